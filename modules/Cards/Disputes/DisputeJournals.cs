using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Disputes;

// Posts the journals of disputes. The provisional credit belongs to the customer from the start and is locked until the dispute is closed.
internal sealed class DisputeJournals(ILedger ledger)
{
    /// <summary>Posts the provisional credit against our claim on the merchant.</summary>
    public async ValueTask Open(Dispute dispute) => await ledger.PostOrThrow(
        new Journal(JournalTypes.DisputeCredited, $"{dispute.Id}:credit", dispute.Mode, dispute.Id)
        .Debit(ClaimedBack(dispute), dispute.Provisional)
        .Credit(Locked(dispute), dispute.Provisional));

    /// <summary>Unlocks the credit of a won dispute, or takes it back.</summary>
    /// <param name="dispute">The closed dispute.</param>
    /// <param name="credit">The amount locked until now; zero if refunds have replaced it.</param>
    public async ValueTask Close(Dispute dispute, Usd credit)
    {
        if (credit == Usd.Zero)
        {
            return;
        }

        var journal = new Journal(TypeOf(dispute.Outcome!), $"{dispute.Id}:end", dispute.Mode, dispute.Id)
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

    /// <summary>Adds the reduction of the provisional credit to a refund's journal.</summary>
    public static void Return(Journal journal, Dispute dispute, Usd returned) =>
        journal.Debit(Locked(dispute), returned).Credit(ClaimedBack(dispute), returned);

    private static string TypeOf(string end) => end switch
    {
        DisputeOutcomes.Withdrawn => JournalTypes.DisputeWithdrawn,
        DisputeOutcomes.ProgramCredit => JournalTypes.DisputeAbsorbed,
        _ when DisputeOutcomes.IsWon(end) => JournalTypes.DisputeWon,
        _ => JournalTypes.DisputeLost,
    };

    private static ChartAccount ClaimedBack(Dispute dispute) => Chart.DisputeReceivable(dispute.Mode);

    private static ChartAccount Locked(Dispute dispute) => Chart.DisputeCredit(dispute.AccountId, dispute.Mode);
}
