using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Handlers;

// What disputes do to the books. The credit is the customer's from the beginning, but locked until it is decided whose it stays.
internal sealed class DisputeBooks(ILedger ledger)
{
    /// <summary>Credits what is disputed: we claim it back from the merchant.</summary>
    public async ValueTask Open(Dispute dispute) => await ledger.PostCovered(new Journal("dispute_credited", $"{dispute.Id}:credit", dispute.Mode)
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
            var payer = dispute.Outcome == DisputeEnd.ProgramCredit
                ? Book.DisputeExpense(dispute.Mode)
                : Book.SettlementReceivable(dispute.Mode);
            journal.Debit(payer, credit).Credit(Book.TreasuryAvailable(dispute.AccountId, dispute.Mode), credit);
        }

        await ledger.PostCovered(journal);
    }

    /// <summary>Adds to a refund's journal that so much less is in dispute.</summary>
    public static void Return(Journal journal, Dispute dispute, Usd returned) =>
        journal.Debit(Locked(dispute), returned).Credit(ClaimedBack(dispute), returned);

    private static string KindOf(string end) => end switch
    {
        DisputeEnd.Withdrawn => "dispute_withdrawn",
        DisputeEnd.ProgramCredit => "dispute_absorbed",
        _ when DisputeEnd.IsWon(end) => "dispute_won",
        _ => "dispute_lost",
    };

    private static BookAccount ClaimedBack(Dispute dispute) => Book.DisputeReceivable(dispute.Mode);

    private static BookAccount Locked(Dispute dispute) => Book.DisputeCredit(dispute.AccountId, dispute.Mode);
}
