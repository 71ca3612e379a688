using static Cryptocardium.Tests.Simulation.Model.Line;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Rules and postings of deposits that are not credited.</summary>
internal static class RefundRules
{
    /// <summary>A foreign token is not booked. It is returned when it is worth the gas.</summary>
    public static void Reject(this World world, Topup topup, Deposit deposit)
    {
        deposit.Status = Deposit.Rejected;
        if (!deposit.IsDenied && deposit.Received > Chains.NetworkFee(topup.Chain))
        {
            topup.Owner.Refunds.Add(new Refund { Topup = topup, Deposit = deposit, Booked = 0 });
        }
    }

    /// <summary>6d: a deposit from a denied sender is withheld.</summary>
    public static void Withhold(this World world, Topup topup, Deposit deposit)
    {
        world.Books.Post(
            Debit(Account.Chain(topup.Mode, topup.Chain), deposit.Received), Credit(Account.Unallocated(topup.Mode, topup.Chain), deposit.Received));
        deposit.Status = Deposit.Held;
    }

    /// <summary>6: a deposit cannot be settled. The top-up is in error unless it was completed.</summary>
    public static void Refuse(this World world, Topup topup, Deposit deposit)
    {
        if (topup.Status == Topup.Pending)
        {
            world.Release(topup);
        }

        world.Books.Post(
            Debit(Account.Chain(topup.Mode, topup.Chain), deposit.Received), Credit(Account.Refundable(topup.Mode, topup.Chain), deposit.Received));
        topup.Status = topup.Status == Topup.Completed ? Topup.Completed : Topup.Error;
        deposit.Status = Deposit.Rejected;
        topup.Owner.Refunds.Add(new Refund { Topup = topup, Deposit = deposit, Booked = deposit.Received });
    }

    /// <summary>6b: models the job that sends the refund.</summary>
    public static void SendIfWaiting(this World world, Refund refund)
    {
        var (mode, chain) = (refund.Topup.Mode, refund.Topup.Chain);
        if (refund.Block is null)
        {
            world.Books.Post(Debit(Account.Refundable(mode, chain), refund.Booked), Credit(Account.PaidOut(mode, chain), refund.Booked));
            refund.Block = refund.Topup.Owner.Height(mode, chain) + 1;
        }
    }

    /// <summary>6b: the refund is final, and its gas is spent.</summary>
    public static void ConcludeIfFinal(this World world, Refund refund)
    {
        var (mode, chain) = (refund.Topup.Mode, refund.Topup.Chain);
        if (refund.IsFinal)
        {
            world.Books.Post(
                Debit(Account.PaidOut(mode, chain), refund.Booked), Debit(Account.GasSpent(mode), Chains.Gas(chain)),
                Credit(Account.Chain(mode, chain), refund.Booked), Credit(Account.Gas(mode, chain), Chains.Gas(chain)));
            refund.Deposit.Status = Deposit.Returned;
        }
    }
}
