using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Treasury.Balances;

internal sealed class BalanceChangeEvents(UnitOfWork unit, BalanceView balances) : IBalanceChangeEvents
{
    public async ValueTask Raise(AccountId account, Mode mode)
    {
        var balance = await balances.Of(account, mode, asOf: null);
        unit.Raise(
            EventTypes.AccountBalanceChanged, account, mode, account.Value, JsonSerializer.SerializeToUtf8Bytes(balance, V1Json.Wire.Balance));
    }

    /// <summary>The balance that an event told, of its own mode. The amounts that stand first in it can include both modes.</summary>
    public static (AccountId Account, Mode Mode, Usd Available, Usd Pending) Read(AccountId account, Mode? mode, byte[] resource)
    {
        var modes = JsonSerializer.Deserialize(resource, V1Json.Default.Balance)!.Modes;
        var balance = mode == Mode.Live ? modes.Live! : modes.Sandbox!;
        return (account, mode!.Value, balance.AvailableUsd, balance.PendingUsd);
    }
}
