using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Transfers;

// Books what the chain says of a payout that was sent, once that is final.
internal sealed partial class PayoutConclusion(
    UnitOfWork unit, ChainCatalogue chains, PayoutJournals books, PayoutOutcome outcome, ILogger<PayoutConclusion> logger)
{
    public bool IsFinal(Payout payout, PayoutObservation observation) => observation.Kind switch
    {
        PayoutObservationKind.Included => observation.Confirmations >= chains.Get(payout.Chain).RequiredConfirmations,
        PayoutObservationKind.Failed => true,
        _ => false,
    };

    // Does nothing for a payout that is concluded already, or not final yet.
    public async ValueTask Conclude(Payout payout, PayoutObservation observation)
    {
        if (payout.State != PayoutState.Sent || !IsFinal(payout, observation))
        {
            return;
        }

        var arrived = observation.Kind == PayoutObservationKind.Included;
        var posting = arrived ? await books.Confirm(payout, observation.Gas) : await books.Fail(payout, observation.Gas);
        if (posting is not null && posting.FellShort(out var missing))
        {
            // The chain moved more than the books say there was.
            payout.SetAside(unit.Now);
            LogCannotBook(logger, payout.Id, missing.Account.ToString());
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

    [LoggerMessage(1, LogLevel.Error, "Payout {Payout} is final and cannot be booked: {Account} holds too little.")]
    private static partial void LogCannotBook(ILogger logger, string payout, string account);

    [LoggerMessage(2, LogLevel.Warning, "The refund of {Deposit} failed on its chain, {Transfers} in all; it is signed anew after {LookAfter}.")]
    private static partial void LogRefundFailed(ILogger logger, string deposit, int transfers, DateTimeOffset lookAfter);
}
