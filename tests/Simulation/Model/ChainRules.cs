namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Blocks and reorganizations of a customer's simulated chain, and their effects.</summary>
internal static class ChainRules
{
    /// <summary>Includes a transfer in a block and mines its blocks on top, which also confirm other transfers on the chain.</summary>
    public static void Include(this World world, Topup topup, Deposit deposit)
    {
        var (owner, mode, chain) = (topup.Owner, topup.Mode, topup.Chain);
        deposit.Block = owner.Height(mode, chain) + 1;
        deposit.DueAt = null;
        owner.Heights[(mode, chain)] = deposit.Block.Value + deposit.Depth;
        world.Settle(owner, [topup, .. owner.Awaiting(mode, chain)]);
    }

    /// <summary>Drops blocks and mines others. Dropped transfers may be included again in the first of them.</summary>
    /// <returns>Blocks lost, deposits dropped and credited.</returns>
    public static (long Lost, int Dropped, int Credited) Reorganize(
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

    /// <summary>Models the job that includes delayed transfers in blocks.</summary>
    public static void IncludeIfDue(this World world, Topup topup)
    {
        foreach (var deposit in topup.Deposits.Where(deposit => deposit.DueAt <= world.Now).ToList())
        {
            world.Include(topup, deposit);
        }
    }
}
