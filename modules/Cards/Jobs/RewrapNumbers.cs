using Cryptocardium.Cards.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

internal sealed record RewrapNumbers(string After) : ICommand<Result<VaultStep>>;

internal sealed class RewrapNumbersHandler(UnitOfWork unit, VaultKeys keys) : ICommandHandler<RewrapNumbers, Result<VaultStep>>
{
    // Small, since commands of customers wait for the batch.
    public const int Batch = 100;

    public async ValueTask<Result<VaultStep>> Handle(RewrapNumbers command, CancellationToken cancellationToken)
    {
        var state = await unit.VaultStateToSeal();
        var key = keys.Of(state.CurrentVersion);
        var rows = await unit.OlderThan(key.Version, command.After, Batch);
        if (rows.Count == 0)
        {
            return await End(state);
        }

        var rewrapped = 0;
        foreach (var row in rows)
        {
            rewrapped += await unit.Replace(Rewrap(row, key), row.KeyVersion) ? 1 : 0;
        }

        return new VaultStep(rewrapped, rows[^1].CardId);
    }

    private VaultRow Rewrap(VaultRow row, VaultKey key)
    {
        var pan = keys.Of(row.KeyVersion).Open(row.CardId, row.SealedPan);
        return new VaultRow
        {
            CardId = row.CardId,
            KeyVersion = key.Version,
            PanLookup = key.Lookup(pan),
            SealedPan = key.Seal(row.CardId, pan),
        };
    }

    // Cards issued since the rotation began are sealed with the current key, so the scan has missed none.
    private async ValueTask<VaultStep> End(VaultState seen)
    {
        var state = await unit.VaultStateToChange();
        if (state.CurrentVersion != seen.CurrentVersion || await unit.CountOlderThan(state.CurrentVersion) > 0)
        {
            return new VaultStep(0, "");
        }

        await unit.ChangeVaultState(state.CurrentVersion, state.CurrentVersion);
        for (var version = Math.Max(state.OldestVersion, VaultKeys.FirstVersion + 1); version < state.CurrentVersion; version++)
        {
            await StoredKeys.Release(unit, VaultKeys.NameOf(version));
        }

        return new VaultStep(0, null);
    }
}
