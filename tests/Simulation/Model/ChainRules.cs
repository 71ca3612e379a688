namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What happens on a customer's simulated chain, and what follows from it.</summary>
internal static class ChainRules
{
    /// <summary>A transfer reaches a block, with so many on top, and whatever is on the chain gets deeper.</summary>
    public static void Include(this World world, Topup topup, Deposit deposit)
    {
        var (owner, mode, chain) = (topup.Owner, topup.Mode, topup.Chain);
        deposit.Block = owner.Height(mode, chain) + 1;
        deposit.DueAt = null;
        owner.Heights[(mode, chain)] = deposit.Block.Value + deposit.Depth;
        world.Settle(owner, [topup, .. owner.Awaiting(mode, chain)]);
    }

    /// <summary>Blocks are taken off, and others mined; what was taken off may come again in the first of these.</summary>
    /// <returns>Blocks lost, deposits dropped and credited.</returns>
    public static (long Lost, int Dropped, int Credited) Reorganise(
        this World world, Customer customer, string mode, string chain, int depth, int mined, bool reinclude)
    {
        var height = customer.Height(mode, chain);
        var kept = Math.Max(0, height - depth);
        var topups = customer.Topups.FindAll(topup => topup.Mode == mode && topup.Chain == chain);
        var concerned = topups.FindAll(topup => topup.IsSeen);
        foreach (var topup in topups)
        {
            foreach (var deposit in topup.Deposits.Where(deposit => deposit.DueAt is null))
            {
                var isTakenOff = deposit.Block > kept;
                var comesBack = (isTakenOff || deposit.Block is null) && reinclude && mined > 0;
                deposit.Block = comesBack ? kept + 1 : isTakenOff ? null : deposit.Block;
                concerned.AddRange(isTakenOff || comesBack ? [topup] : []);
            }
        }

        customer.Heights[(mode, chain)] = kept + mined;
        var (dropped, credited) = world.Settle(customer, concerned);
        return (height - kept, dropped, credited);
    }

    /// <summary>
    /// What the books count and a chain does not show, since it went back further than what was final: deposits that are gone, less
    /// payouts that are.
    /// </summary>
    public static long Missing(this World world, string mode, string chain) => world.Customers.Sum(customer =>
        customer.Topups
            .Where(topup => topup.Mode == mode && topup.Chain == chain)
            .SelectMany(topup => topup.Deposits)
            .Where(deposit => deposit is { Token: Deposit.Usdt, IsOpen: false, Block: null })
            .Sum(deposit => deposit.Received)
        - customer.Withdrawals
            .Where(withdrawal => withdrawal.Mode == mode && withdrawal.Chain == chain && withdrawal.Status == Withdrawal.Confirmed)
            .Where(withdrawal => withdrawal.Block > customer.Height(mode, chain))
            .Sum(withdrawal => withdrawal.Amount - withdrawal.Fee)
        - customer.Refunds
            .Where(refund => refund.Topup.Mode == mode && refund.Topup.Chain == chain && refund.Deposit.Status == Deposit.Returned)
            .Where(refund => refund.Block > customer.Height(mode, chain))
            .Sum(refund => refund.Booked));

    /// <summary>The job that puts delayed transfers into blocks.</summary>
    public static void IncludeIfDue(this World world, Topup topup)
    {
        foreach (var deposit in topup.Deposits.Where(deposit => deposit.DueAt <= world.Now).ToList())
        {
            world.Include(topup, deposit);
        }
    }
}
