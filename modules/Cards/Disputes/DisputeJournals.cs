using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Disputes;

// What disputes do to the books. The credit is the customer's from the beginning, but locked until it is decided whose it stays.
internal sealed class DisputeJournals(ILedger ledger)
{
    /// <summary>Credits what is disputed: we claim it back from the merchant.</summary>
    public async ValueTask Open(Dispute dispute) => await ledger.PostOrThrow(new Journal("dispute_credited", $"{dispute.Id}:credit", dispute.Mode)
        .Debit(ClaimedBack(dispute), dispute.Provisional)
        .Credit(Locked(dispute), dispute.Provisional));

    /// <summary>Lets go of the lock, or takes the credit back.</summary>
    /// <param name="dispute">The dispute, closed.</param>
    /// <param name="credit">What was locked until now; after refunds it can be nothing.</param>
    public async ValueTask Close(Dispute dispute, Usd credit)
    {
        if (credit == Usd.Zero)
        {
            return;
        }

        var journal = new Journal(KindOf(dispute.Outcome!), $"{dispute.Id}:end", dispute.Mode)
            .Debit(Locked(dispute), credit)
            .Credit(ClaimedBack(dispute), credit);
        if (dispute.Status == DisputeState.Won)
        {
            var payer = dispute.Outcome == DisputeOutcomes.ProgramCredit
                ? Chart.DisputeExpense(dispute.Mode)
                : Chart.SettlementReceivable(dispute.Mode);
            journal.Debit(payer, credit).Credit(Chart.TreasuryAvailable(dispute.AccountId, dispute.Mode), credit);
        }

        await ledger.PostOrThrow(journal);
    }

    /// <summary>Adds to a refund's journal that so much less is in dispute.</summary>
    public static void Return(Journal journal, Dispute dispute, Usd returned) =>
        journal.Debit(Locked(dispute), returned).Credit(ClaimedBack(dispute), returned);

    private static string KindOf(string end) => end switch
    {
        DisputeOutcomes.Withdrawn => "dispute_withdrawn",
        DisputeOutcomes.ProgramCredit => "dispute_absorbed",
        _ when DisputeOutcomes.IsWon(end) => "dispute_won",
        _ => "dispute_lost",
    };

    private static ChartAccount ClaimedBack(Dispute dispute) => Chart.DisputeReceivable(dispute.Mode);

    private static ChartAccount Locked(Dispute dispute) => Chart.DisputeCredit(dispute.AccountId, dispute.Mode);
}
