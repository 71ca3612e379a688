using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Deposits;

// Records the transfers to the address of a top-up: stores new deposits, marks vanished ones and has final ones decided. Recording the
// same transfers twice changes nothing.
internal sealed class DepositRecorder(UnitOfWork unit, StoredTopups topups, IdSource ids, DepositDecision decision)
{
    public async ValueTask<SettledDeposits> Record(Topup topup, IReadOnlyList<Transfer> transfers)
    {
        topup.CountObservation();
        var deposits = await topups.DepositsOf(topup.Id);
        var dropped = MarkVanished(deposits, transfers);
        var final = new List<(Deposit Deposit, Transfer Transfer)>();
        foreach (var transfer in transfers)
        {
            var deposit = await FindOrAdd(topup, transfer, deposits);
            if (deposit.Status == DepositStatus.Detected && transfer.Confirmations >= topup.RequiredConfirmations)
            {
                final.Add((deposit, transfer));
            }
        }

        Watch(topup, transfers, deposits, [.. final.Select(each => each.Deposit)]);
        var credited = 0;
        foreach (var (deposit, transfer) in final)
        {
            await decision.Decide(topup, deposit, transfer, deposits);
            credited += deposit.Status == DepositStatus.Credited ? 1 : 0;
        }

        // A deposit that could not be decided keeps the top-up open, as one that is not final does.
        Watch(topup, transfers, deposits, []);
        return new SettledDeposits(dropped, credited);
    }

    // A deposit that vanishes before it is final is dropped; a final one keeps its status and only gets vanished_at.
    private int MarkVanished(List<Deposit> deposits, IReadOnlyList<Transfer> transfers)
    {
        var dropped = 0;
        foreach (var deposit in deposits.Where(deposit => !transfers.Any(transfer => transfer.Is(deposit))))
        {
            dropped += deposit.Status == DepositStatus.Detected ? 1 : 0;
            deposit.Vanish(unit.Now);
        }

        return dropped;
    }

    private async ValueTask<Deposit> FindOrAdd(Topup topup, Transfer transfer, List<Deposit> deposits)
    {
        var deposit = deposits.Find(transfer.Is);
        if (deposit is null)
        {
            deposit = Detected(topup, transfer);
            deposits.Add(deposit);
            await topups.Add(deposit);
        }

        deposit.Appear(transfer.Sender, unit.Now);
        return deposit;
    }

    private Deposit Detected(Topup topup, Transfer transfer) => new()
    {
        Id = ids.New<DepositId>().Value,
        TopupId = topup.Id,
        AccountId = topup.AccountId,
        Mode = topup.Mode,
        Chain = topup.Chain,
        TxHash = transfer.TxHash,
        TxIndex = transfer.TxIndex,
        Asset = transfer.Token,
        Received = transfer.Amount.ToUsd(),
        DetectedAt = unit.Now,
    };

    // A deposit of another token does not keep the top-up open, because it can never complete it.
    private void Watch(Topup topup, IReadOnlyList<Transfer> transfers, List<Deposit> deposits, IReadOnlyList<Deposit> final) => topup.Watch(
        transfers.Count == 0 ? 0 : transfers[^1].Confirmations,
        deposits.Exists(deposit => deposit.Status == DepositStatus.Detected && deposit.Asset == topup.Asset && !final.Contains(deposit)),
        unit.Now);
}
