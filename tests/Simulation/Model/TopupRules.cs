namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Rules of top-ups and of the deposits at their addresses.</summary>
internal static class TopupRules
{
    public static void Close(this World world, Topup topup, string status)
    {
        world.Release(topup);
        topup.Status = status;
    }

    public static void ExpireIfOverdue(this World world, Topup topup)
    {
        if (topup.IsOverdue(world.Now))
        {
            world.Close(topup, Topup.Expired);
        }
    }

    /// <summary>Updates top-ups of one customer after a change of their chains.</summary>
    /// <returns>The numbers of dropped and of credited deposits.</returns>
    public static (int Dropped, int Credited) Settle(this World world, Customer customer, IEnumerable<Topup> topups)
    {
        var (dropped, credited) = (0, 0);
        foreach (var topup in topups.Distinct().OrderBy(topup => topup.Id, StringComparer.Ordinal).ToList())
        {
            world.ExpireIfOverdue(topup);
            dropped += See(topup);
            var height = customer.Height(topup.Mode, topup.Chain);
            foreach (var deposit in topup.Deposits.Where(deposit => deposit.Status == Deposit.Detected).OrderBy(deposit => deposit.Block).ToList())
            {
                if (height - deposit.Block >= Chains.Confirmations(topup.Chain))
                {
                    world.Decide(topup, deposit);
                    credited += deposit.Status == Deposit.Credited ? 1 : 0;
                }
            }
        }

        customer.IsInProduction |= customer.Topups.Exists(topup => topup.Mode == Account.Live && topup.Credited > 0);
        return (dropped, credited);
    }

    // A deposit in a block is detected; one whose block was dropped before it was final is dropped.
    private static int See(Topup topup)
    {
        var dropped = 0;
        foreach (var deposit in topup.Deposits.Where(deposit => deposit.IsOpen && deposit.DueAt is null))
        {
            dropped += deposit.Status == Deposit.Detected && deposit.Block is null ? 1 : 0;
            deposit.Status = deposit.Block is null ? Deposit.Dropped : Deposit.Detected;
        }

        return dropped;
    }

    private static void Decide(this World world, Topup topup, Deposit deposit)
    {
        if (deposit.Token != Deposit.Usdt)
        {
            world.Reject(topup, deposit);
        }
        else if (deposit.IsDenied)
        {
            world.Withhold(topup, deposit);
        }
        else if (deposit.CannotSettle)
        {
            world.Refuse(topup, deposit);
        }
        else
        {
            world.Credit(topup, deposit);
        }
    }

    private static void Credit(this World world, Topup topup, Deposit deposit)
    {
        if (topup.Status != Topup.Completed && deposit.Received >= Topup.LeastThatCompletes)
        {
            if (topup.Status == Topup.Pending)
            {
                world.Release(topup);
            }

            topup.IsLate |= topup.Status != Topup.Pending;
            topup.Status = Topup.Completed;
        }

        deposit.Status = Deposit.Credited;
        topup.Credited += Money.FloorToCents(deposit.Received);
        world.Credited(topup, deposit.Received);
    }
}
