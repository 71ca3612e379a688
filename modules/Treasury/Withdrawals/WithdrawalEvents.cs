using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;

namespace Cryptocardium.Treasury.Withdrawals;

internal sealed class WithdrawalEvents(UnitOfWork unit)
{
    // Returns the view, which is the resource of the event and the response of the command.
    public V1.Withdrawal Raise(EventType type, Withdrawal withdrawal)
    {
        var view = WithdrawalView.Of(withdrawal);
        unit.Raise(type, withdrawal.AccountId, withdrawal.Mode, withdrawal.Id, JsonSerializer.SerializeToUtf8Bytes(view, V1Json.Wire.Withdrawal));
        return view;
    }
}
