using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// Looks at the chain for one top-up, and books what has become final. Looking twice does nothing twice.
internal sealed class DepositIntake(Unit unit, StoredTopups topups, IdSource ids, TopupBooks books, TopupEvents events)
{
    public async ValueTask Look(IChain chain, Topup topup)
    {
        var deposits = await topups.DepositsOf(topup.Id);
        var final = new List<Deposit>();
        var transfers = await chain.TransfersTo(topup);
        foreach (var transfer in transfers)
        {
            var deposit = deposits.Find(seen => seen.TxHash == transfer.TxHash && seen.TxIndex == transfer.TxIndex);
            if (deposit is null)
            {
                deposit = await Detect(topup, transfer);
                deposits.Add(deposit);
            }

            if (deposit.Status == DepositStatus.Detected && transfer.Confirmations >= topup.RequiredConfirmations)
            {
                final.Add(deposit);
            }
        }

        var waits = deposits.Exists(deposit => deposit.Status == DepositStatus.Detected && !final.Contains(deposit));
        topup.Watch(transfers.Count == 0 ? 0 : transfers[^1].Confirmations, waits, unit.Now);
        foreach (var deposit in final)
        {
            await Credit(topup, deposit, deposits);
        }
    }

    private async ValueTask<Deposit> Detect(Topup topup, Transfer transfer)
    {
        var deposit = new Deposit
        {
            Id = ids.New<DepositId>().Value,
            TopupId = topup.Id,
            AccountId = topup.AccountId,
            Mode = topup.Mode,
            Chain = topup.Chain,
            TxHash = transfer.TxHash,
            TxIndex = transfer.TxIndex,
            Token = transfer.Token,
            Received = transfer.Amount.ToUsd(),
            DetectedAt = unit.Now,
        };
        if (transfer.Token != topup.Asset)
        {
            deposit.Reject(unit.Now);
        }

        await topups.Add(deposit);
        return deposit;
    }

    private async ValueTask Credit(Topup topup, Deposit deposit, IReadOnlyList<Deposit> deposits)
    {
        var credit = topup.Receive(deposit.Received, unit.Now);
        deposit.Credit(unit.Now);
        await books.Credit(topup, deposit, credit);
        await events.Raise(credit.Completes ? "topup.confirmed" : "topup.deposit_credited", topup, TopupView.Of(topup, deposits));
    }
}
