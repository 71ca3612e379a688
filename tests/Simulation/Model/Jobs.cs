namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Models the jobs of the product.</summary>
internal static class Jobs
{
    public static void Run(World world)
    {
        foreach (var topup in world.Customers.SelectMany(customer => customer.Topups))
        {
            world.ExpireIfOverdue(topup);
        }

        foreach (var topup in world.Customers.SelectMany(customer => customer.Topups))
        {
            world.IncludeIfDue(topup);
        }

        foreach (var customer in world.Customers)
        {
            SendAndWatch(world, customer);
        }

        world.ExpireOverdue();
    }

    private static void SendAndWatch(World world, Customer customer)
    {
        foreach (var withdrawal in customer.Withdrawals)
        {
            world.SendIfDue(withdrawal);
            world.ConcludeIfFinal(withdrawal);
        }

        foreach (var dispute in customer.Disputes)
        {
            world.ExpireIfDue(dispute);
        }

        foreach (var refund in customer.Refunds)
        {
            world.SendIfWaiting(refund);
            world.ConcludeIfFinal(refund);
        }
    }
}
