using static Cryptocardium.Tests.Simulation.Model.Line;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Rules and postings of withdrawals.</summary>
internal static class WithdrawalRules
{
    /// <summary>18: the amount is reserved.</summary>
    public static void Reserve(this World world, Withdrawal withdrawal)
    {
        var (mode, owner) = (withdrawal.Mode, withdrawal.Owner);
        world.Books.Post(
            Debit(Account.Available(mode, owner.Id), withdrawal.Amount), Credit(Account.Withdrawing(mode, owner.Id), withdrawal.Amount));
        owner.Withdrawals.Add(withdrawal);
    }

    /// <summary>18b: cancelled before it was signed.</summary>
    public static void Cancel(this World world, Withdrawal withdrawal)
    {
        var (mode, owner) = (withdrawal.Mode, withdrawal.Owner);
        var available = Account.Available(mode, owner.Id);
        world.Books.Post(Debit(Account.Withdrawing(mode, owner.Id), withdrawal.Amount), Credit(available, withdrawal.Amount));
        world.Sweep(mode, owner, available);
        withdrawal.Status = Withdrawal.Cancelled;
    }

    /// <summary>19: signed and sent, and included in the next block.</summary>
    public static void Send(this World world, Withdrawal withdrawal)
    {
        var (mode, owner) = (withdrawal.Mode, withdrawal.Owner);
        world.Books.Post(
            Debit(Account.Withdrawing(mode, owner.Id), withdrawal.Amount),
            Credit(Account.PaidOut(mode, withdrawal.Chain), withdrawal.Amount - withdrawal.Fee),
            Credit(Account.WithdrawalFee(mode), withdrawal.Fee));
        withdrawal.Status = Withdrawal.Broadcasted;
        withdrawal.Block = owner.Height(mode, withdrawal.Chain) + 1;
    }

    /// <summary>20: confirmed.</summary>
    public static void Confirm(this World world, Withdrawal withdrawal)
    {
        var (mode, chain, gas) = (withdrawal.Mode, withdrawal.Chain, Chains.Gas(withdrawal.Chain));
        var net = withdrawal.Amount - withdrawal.Fee;
        world.Books.Post(
            Debit(Account.PaidOut(mode, chain), net), Debit(Account.GasSpent(mode), gas),
            Credit(Account.Chain(mode, chain), net), Credit(Account.Gas(mode, chain), gas));
        withdrawal.Status = Withdrawal.Confirmed;
    }

    /// <summary>21: reverted by its chain after it was sent. The amount and the fee return, and the gas is spent.</summary>
    public static void Fail(this World world, Withdrawal withdrawal)
    {
        var (mode, chain, gas) = (withdrawal.Mode, withdrawal.Chain, Chains.Gas(withdrawal.Chain));
        var available = Account.Available(mode, withdrawal.Owner.Id);
        world.Books.Post(
            Debit(Account.PaidOut(mode, chain), withdrawal.Amount - withdrawal.Fee), Debit(Account.WithdrawalFee(mode), withdrawal.Fee),
            Debit(Account.GasSpent(mode), gas), Credit(available, withdrawal.Amount), Credit(Account.Gas(mode, chain), gas));
        world.Sweep(mode, withdrawal.Owner, available);
        withdrawal.Status = Withdrawal.Failed;
    }

    /// <summary>Models the job that sends withdrawals.</summary>
    public static void SendIfDue(this World world, Withdrawal withdrawal)
    {
        if (withdrawal.Status == Withdrawal.Created && world.Now >= withdrawal.CreatedAt + Withdrawal.Delay)
        {
            world.Send(withdrawal);
        }
    }

    /// <summary>Models the job that watches sent withdrawals.</summary>
    public static void ConcludeIfFinal(this World world, Withdrawal withdrawal)
    {
        if (withdrawal.IsFinal)
        {
            world.Confirm(withdrawal);
        }
    }

    /// <summary>Mines until it is confirmed or failed. The blocks also confirm other transfers on the chain.</summary>
    public static void Finish(this World world, Withdrawal withdrawal, bool arrives)
    {
        var (mode, chain, owner) = (withdrawal.Mode, withdrawal.Chain, withdrawal.Owner);
        owner.Heights[(mode, chain)] = Math.Max(owner.Height(mode, chain), withdrawal.Block!.Value + Chains.Confirmations(chain));
        if (!arrives)
        {
            world.Fail(withdrawal);
        }

        foreach (var other in owner.Withdrawals.Where(other => other.Mode == mode && other.Chain == chain))
        {
            world.ConcludeIfFinal(other);
        }

        foreach (var refund in owner.Refunds.Where(refund => refund.Topup.Mode == mode && refund.Topup.Chain == chain))
        {
            world.ConcludeIfFinal(refund);
        }

        world.Settle(owner, owner.Awaiting(mode, chain));
    }
}
