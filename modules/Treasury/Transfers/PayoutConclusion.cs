using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Transfers;

// Posts the outcome of a sent payout once an observation shows that it is final.
internal sealed partial class PayoutConclusion(
    UnitOfWork unit, ChainCatalog chains, PayoutJournals journals, PayoutOutcome outcome, ILogger<PayoutConclusion> logger)
{
    public bool IsFinal(Payout payout, PayoutObservation observation) => observation.Kind switch
    {
        PayoutObservationKind.Included => observation.Confirmations >= chains.Get(payout.Chain).RequiredConfirmations,
        PayoutObservationKind.Failed => true,
        _ => false,
    };

    // Does nothing if the payout is concluded already or not final yet.
    public async ValueTask Conclude(Payout payout, PayoutObservation observation)
    {
        if (payout.State != PayoutState.Sent || !IsFinal(payout, observation))
        {
            return;
        }

        var arrived = observation.Kind == PayoutObservationKind.Included;
        var posting = arrived ? await journals.Confirm(payout, observation.Gas) : await journals.Fail(payout, observation.Gas);
        if (posting is not null && posting.FellShort(out var missing))
        {
            // The ledger has less on the chain than the chain has moved: an operator must look.
            payout.SetAside(unit.Now);
            LogCannotPost(logger, payout.Id, missing.Account.ToString());
            return;
        }

        if (arrived)
        {
            payout.Confirm(unit.Now);
            await outcome.Confirmed(payout);
        }
        else if (payout.Kind == PayoutKind.Refund)
        {
            payout.TryAgain(unit.Now);
            LogRefundFailed(logger, payout.Id, payout.FailedTransfers, payout.NotBefore);
        }
        else
        {
            payout.Fail(unit.Now);
            await outcome.Failed(payout, FailureReason.TransactionFailed);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Payout {Payout} is final and cannot be posted: the balance of {Account} is too low.")]
    private static partial void LogCannotPost(ILogger logger, string payout, string account);

    [LoggerMessage(2, LogLevel.Warning, "The refund of {Deposit} failed on its chain, {Transfers} failures so far; it is signed again after {LookAfter}.")]
    private static partial void LogRefundFailed(ILogger logger, string deposit, int transfers, DateTimeOffset lookAfter);
}
