using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class WithdrawalEvents(UnitOfWork unit)
{
    // The view is the event's resource and the command's answer.
    public async ValueTask<V1.Withdrawal> Raise(string type, Withdrawal withdrawal)
    {
        var view = WithdrawalView.Of(withdrawal);
        await unit.Raise(type, withdrawal.AccountId, withdrawal.Mode, JsonSerializer.SerializeToUtf8Bytes(view, V1Json.Default.Withdrawal));
        return view;
    }
}
