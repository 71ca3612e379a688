namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What is done without anybody asking for it.</summary>
internal static class Jobs
{
    public static void Run(World world)
    {
        foreach (var topup in world.Customers.SelectMany(customer => customer.Topups))
        {
            world.ExpireIfOverdue(topup);
        }

        foreach (var withdrawal in world.Customers.SelectMany(customer => customer.Withdrawals))
        {
            world.SendIfDue(withdrawal);
            world.ConcludeIfFinal(withdrawal);
        }
    }
}
