namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What becomes of top-ups and of the deposits at their addresses.</summary>
internal static class TopupRules
{
    private const long Production = 200 * Money.Dollar;

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

    /// <summary>Books what has become final at some top-ups of one customer.</summary>
    public static void Settle(this World world, Customer customer, IEnumerable<Topup> topups)
    {
        foreach (var topup in topups.Distinct().OrderBy(topup => topup.Id, StringComparer.Ordinal).ToList())
        {
            world.ExpireIfOverdue(topup);
            var height = customer.Height(topup.Mode, topup.Chain);
            foreach (var deposit in topup.Deposits.Where(deposit => deposit.Status == Deposit.Detected))
            {
                if (height - deposit.Block >= Chains.Confirmations(topup.Chain))
                {
                    world.Credit(topup, deposit);
                }
            }
        }

        customer.IsInProduction |=
            customer.Topups.Where(topup => topup.Mode == Account.Live).Sum(topup => topup.Credited) >= Production;
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
