using Cryptocardium.Cards.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

internal sealed record BeginVaultRotation : ICommand<Result<VaultRotation>>;

internal sealed class BeginVaultRotationHandler(UnitOfWork unit, VaultKeys keys)
    : ICommandHandler<BeginVaultRotation, Result<VaultRotation>>
{
    // The key file is written before the commit that names it. If the process crashes in between, the next attempt reuses the file.
    public async ValueTask<Result<VaultRotation>> Handle(BeginVaultRotation command, CancellationToken cancellationToken)
    {
        var state = await unit.VaultStateToChange();
        var isResumed = state.OldestVersion < state.CurrentVersion;
        var version = isResumed ? state.CurrentVersion : state.CurrentVersion + 1;
        if (!isResumed)
        {
            await StoredKeys.Require(unit, VaultKeys.NameOf(version), keys.Make(version));
            await unit.ChangeVaultState(version, state.OldestVersion);
        }

        return new VaultRotation(version, keys.FileOf(version), await unit.CountOlderThan(version), isResumed);
    }
}
