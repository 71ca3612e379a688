using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// Checks orders for cards.
internal sealed class IssueOrders(UnitOfWork unit, Call call, IAccounts accounts)
{
    /// <returns>The order, or the failure of the first check.</returns>
    public async ValueTask<Result<IssueOrder>> Check(IssueCardRequest order)
    {
        if (IssueCardChecks.FirstFailure(order) is { } failure)
        {
            return failure;
        }

        var controls = ControlsReader.Read(order, unit.Now);
        if (controls.Refused(out var refusal))
        {
            return refusal;
        }

        var mode = await accounts.ModeFor(call.Caller, order.Mode);
        return mode.Refused(out refusal) ? refusal : new IssueOrder(mode.Value, controls.Value);
    }
}
