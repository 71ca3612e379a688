using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class StoredAccounts(UnitOfWork unit) : IAccounts
{
    public async ValueTask<Mode> ModeOf(AccountId account) =>
        await unit.One(AccountsSql.IsProduction, static row => row.GetBoolean(0), account) ? Mode.Live : Mode.Sandbox;

    public async ValueTask<Result<Mode>> ModeFor(AccountId account, string? asked)
    {
        var own = await ModeOf(account);
        return asked is null ? own
            : ModeText.Parse(asked) is var mode && mode == Mode.Live && own == Mode.Sandbox
                ? new Error(Errors.ModeNotAllowed) { Param = "mode" }
                : mode;
    }

    public ValueTask<DateTimeOffset> OpenedAt(AccountId account) => unit.One(
        AccountsSql.OpenedAt, static row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), account);

    public async ValueTask EnterProduction(AccountId account) =>
        await unit.Execute(AccountsSql.EnterProduction, true, unit.Now, account);
}
