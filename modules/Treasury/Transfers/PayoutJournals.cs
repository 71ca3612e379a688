using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Transfers;

// The journals of a payout. A withdrawal debits the customer's treasury and pays a network fee; a refund debits L.refundable. The
// refund of a token that is in no ledger account costs only gas.
internal sealed class PayoutJournals(ILedger ledger, ChainPromises promises)
{
    public async ValueTask<bool> IsInArrears(AccountId account, Mode mode) =>
        await ledger.Balance(Chart.Receivable(account, mode)) > Usd.Zero;

    // Falls short if the customer's balance is too low.
    public ValueTask<Posting> Reserve(Payout payout) => ledger.Post(
        Journal(payout, "created")
            .Debit(Chart.TreasuryAvailable(payout.AccountId, payout.Mode), payout.Charged)
            .Credit(Source(payout), payout.Charged));

    // An unsigned withdrawal is given back in full; the amount of a refund stays in L.refundable.
    public async ValueTask Release(Payout payout)
    {
        if (payout.Kind == PayoutKind.Withdrawal)
        {
            await Post(Journal(payout, "released")
                .Debit(Source(payout), payout.Charged)
                .Credit(Chart.TreasuryAvailable(payout.AccountId, payout.Mode), payout.Charged));
        }

        await promises.Release(payout);
    }

    public async ValueTask Sign(Payout payout)
    {
        await Post(Journal(payout, "signed")
            .Debit(Source(payout), payout.Charged)
            .Credit(PaidOut(payout), payout.Booked)
            .Credit(Chart.WithdrawalFee(payout.Mode), payout.Fee));
        await promises.Sign(payout);
    }

    // Falls short if the chain's holdings or its gas are too low.
    public async ValueTask<Posting?> Confirm(Payout payout, Usd gas)
    {
        var posting = await TryPost(Journal(payout, "confirmed")
            .Debit(PaidOut(payout), payout.Booked)
            .Debit(Chart.GasExpense(payout.Mode), gas)
            .Credit(Chart.Chain(payout.Chain, payout.Mode), payout.Booked)
            .Credit(Chart.Gas(payout.Chain, payout.Mode), gas));
        return await EndPromise(payout, posting);
    }

    // A failed refund is still owed, so its promise of gas stays for the next transfer.
    public async ValueTask<Posting?> Fail(Payout payout, Usd gas)
    {
        var isWithdrawal = payout.Kind == PayoutKind.Withdrawal;
        var posting = await TryPost(Journal(payout, "failed")
            .Debit(PaidOut(payout), payout.Booked)
            .Debit(Chart.WithdrawalFee(payout.Mode), payout.Fee)
            .Debit(Chart.GasExpense(payout.Mode), gas)
            .Credit(isWithdrawal ? Chart.TreasuryAvailable(payout.AccountId, payout.Mode) : Source(payout), payout.Charged)
            .Credit(Chart.Gas(payout.Chain, payout.Mode), gas));
        return isWithdrawal ? await EndPromise(payout, posting) : posting;
    }

    private async ValueTask<Posting?> EndPromise(Payout payout, Posting? posting)
    {
        if (posting is null || !posting.FellShort(out _))
        {
            await promises.End(payout);
        }

        return posting;
    }

    private static Journal Journal(Payout payout, string step) => payout.Kind == PayoutKind.Withdrawal
        ? new Journal($"withdrawal_{step}", $"wd:{payout.Id}:{step}", payout.Mode, payout.Id)
        : new Journal($"refund_{step}", $"refund:{payout.Id}:{step}{Again(payout)}", payout.Mode);

    // Each transfer of a refund has journals of its own.
    private static string Again(Payout payout) =>
        payout.FailedTransfers == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{payout.FailedTransfers}");

    private static ChartAccount Source(Payout payout) => payout.Kind == PayoutKind.Withdrawal
        ? Chart.WithdrawalReserved(payout.AccountId, payout.Mode)
        : Chart.Refundable(payout.Chain, payout.Mode);

    private static ChartAccount PaidOut(Payout payout) => Chart.PaidOut(payout.Chain, payout.Mode);

    // Returns null if there is nothing to post.
    private async ValueTask<Posting?> TryPost(Journal journal) => journal.Lines.Count == 0 ? null : await ledger.Post(journal);

    // For journals that debit only what an earlier journal of the payout credited, and so cannot fall short.
    private async ValueTask Post(Journal journal)
    {
        if (journal.Lines.Count > 0)
        {
            await ledger.PostOrThrow(journal);
        }
    }
}
