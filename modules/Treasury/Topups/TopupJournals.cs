using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Topups;

// The journals of a top-up. None of them can fall short, because each debits only what an earlier journal of the top-up credited.
internal sealed class TopupJournals(ILedger ledger)
{
    // An announced amount is shown as pending; it is not money yet, so it only moves between memo accounts.
    public ValueTask Announce(Topup topup) => Post(
        new Journal(JournalTypes.TopupAnnounced, $"topup:{topup.Id}:announced", topup.Mode, topup.Id)
            .Debit(Chart.Expected(topup.AccountId, topup.Mode), topup.AmountUsd)
            .Credit(Chart.TreasuryPending(topup.AccountId, topup.Mode), topup.AmountUsd));

    public ValueTask Release(Topup topup) => Post(Released(
        topup, new Journal(JournalTypes.TopupClosed, $"topup:{topup.Id}:closed", topup.Mode, topup.Id)));

    public ValueTask Credit(Topup topup, Deposit deposit, Credit credit)
    {
        var journal = new Journal(JournalTypes.DepositCredited, deposit.OperationKey, topup.Mode, topup.Id)
            .Debit(Chart.Chain(topup.Chain, topup.Mode), deposit.Received)
            .Credit(Chart.TreasuryAvailable(topup.AccountId, topup.Mode), credit.Amount)
            .Credit(Chart.Rounding(topup.Mode), credit.Rest);
        return Post(credit.Settles ? Released(topup, journal) : journal);
    }

    // A deposit that cannot be settled is owed to its sender.
    public ValueTask Refuse(Topup topup, Deposit deposit, Failure failure)
    {
        var journal = new Journal(JournalTypes.DepositRefundable, deposit.OperationKey, topup.Mode, topup.Id)
            .Debit(Chart.Chain(topup.Chain, topup.Mode), deposit.Received)
            .Credit(Chart.Refundable(topup.Chain, topup.Mode), deposit.Received);
        return Post(failure.Releases ? Released(topup, journal) : journal);
    }

    // A held deposit belongs to neither the customer nor the sender until an operator decides.
    public ValueTask Hold(Topup topup, Deposit deposit) => Post(
        new Journal(JournalTypes.DepositUnallocated, deposit.OperationKey, topup.Mode, topup.Id)
            .Debit(Chart.Chain(topup.Chain, topup.Mode), deposit.Received)
            .Credit(Chart.Unallocated(topup.Chain, topup.Mode), deposit.Received));

    // The operator gave the held deposit to the customer.
    public ValueTask CreditHeld(Topup topup, Deposit deposit, Credit credit)
    {
        var journal = new Journal(JournalTypes.UnallocatedCredited, $"{deposit.OperationKey}:released", topup.Mode, topup.Id)
            .Debit(Chart.Unallocated(topup.Chain, topup.Mode), deposit.Received)
            .Credit(Chart.TreasuryAvailable(topup.AccountId, topup.Mode), credit.Amount)
            .Credit(Chart.Rounding(topup.Mode), credit.Rest);
        return Post(credit.Settles ? Released(topup, journal) : journal);
    }

    // The operator gave the held deposit back to its sender.
    public ValueTask RefuseHeld(Topup topup, Deposit deposit) => Post(
        new Journal(JournalTypes.UnallocatedRefundable, $"{deposit.OperationKey}:released", topup.Mode, topup.Id)
            .Debit(Chart.Unallocated(topup.Chain, topup.Mode), deposit.Received)
            .Credit(Chart.Refundable(topup.Chain, topup.Mode), deposit.Received));

    private static Journal Released(Topup topup, Journal journal) => journal
        .Debit(Chart.TreasuryPending(topup.AccountId, topup.Mode), topup.AmountUsd)
        .Credit(Chart.Expected(topup.AccountId, topup.Mode), topup.AmountUsd);

    private async ValueTask Post(Journal journal) => await ledger.PostOrThrow(journal);
}
