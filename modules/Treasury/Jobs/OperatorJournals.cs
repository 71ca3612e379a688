using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Jobs;

// The journals of operator commands. Without a deposit, the operation key has the id of the command's run.
internal sealed class OperatorJournals(ILedger ledger, Call call)
{
    // Debits the treasury as far as its balance goes; the rest becomes a receivable. R.round gives back the fraction of a cent.
    public async ValueTask<Posting> Remove(Deposit deposit)
    {
        var credited = deposit.Received.FloorToCents();
        var available = Chart.TreasuryAvailable(deposit.AccountId, deposit.Mode);
        var taken = Usd.Min(credited, await ledger.LockedBalance(available));
        return await ledger.Post(new Journal(JournalTypes.DepositRemoved, deposit.RemovalKey, deposit.Mode, deposit.TopupId)
            .Debit(available, taken)
            .Debit(Chart.Receivable(deposit.AccountId, deposit.Mode), credited - taken)
            .Debit(Chart.Rounding(deposit.Mode), deposit.Received - credited)
            .Credit(Chart.Chain(deposit.Chain, deposit.Mode), deposit.Received));
    }

    public ValueTask<Posting> WriteOff(AccountId account, Mode mode, Usd amount) => ledger.Post(
        Named(JournalTypes.ReceivableWrittenOff, mode).Debit(Chart.WriteOff(mode), amount).Credit(Chart.Receivable(account, mode), amount));

    public ValueTask<Posting> Rebalance(Mode mode, string from, string to, Usd amount) => ledger.Post(
        Named(JournalTypes.ChainRebalanced, mode).Debit(Chart.Chain(to, mode), amount).Credit(Chart.Chain(from, mode), amount));

    public ValueTask<Posting> BuyGas(Mode mode, string chain, Usd amount) => ledger.Post(
        Named(JournalTypes.GasBought, mode).Debit(Chart.Gas(chain, mode), amount).Credit(Chart.Chain(chain, mode), amount));

    public static Error TooLittle(Shortfall shortfall) => new(Errors.ConflictState)
    {
        Message = $"{shortfall.Account} holds {shortfall.Available}, and {shortfall.Required} would be taken from it.",
    };

    private Journal Named(string type, Mode mode) => new(type, $"operator:{type}:{call.RequestId}", mode);
}
