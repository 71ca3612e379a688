using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class StoredAccounts(UnitOfWork unit) : IAccounts
{
    private static readonly Error NotAllowed = new(Errors.ModeNotAllowed) { Param = "mode" };

    public async ValueTask<Mode> ModeOf(Caller caller) =>
        caller.Mode ?? (await IsInProduction(caller.Account) ? Mode.Live : Mode.Sandbox);

    public async ValueTask<Result<Mode>> ModeFor(Caller caller, string? requested)
    {
        var own = await ModeOf(caller);
        var mode = requested is null ? own : ModeText.Parse(requested);
        return mode != own && (mode == Mode.Live || caller.Mode is not null) ? NotAllowed : mode;
    }

    public ValueTask<bool> IsInProduction(AccountId account) => unit.One(AccountsSql.IsProduction, static row => row.GetBoolean("production"), account);

    public ValueTask<DateTimeOffset> OpenedAt(AccountId account) => unit.One(
        AccountsSql.OpenedAt, static row => row.GetInstant("created_at"), account);

    public async ValueTask EnterProduction(AccountId account) =>
        await unit.Execute(AccountsSql.EnterProduction, true, unit.Now, account);
}
