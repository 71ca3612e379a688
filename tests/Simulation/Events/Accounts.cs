using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Customers sign up.</summary>
internal static class Accounts
{
    // Few customers, so that each has a long history.
    private const int Most = 6;

    public static async Task<bool> SignUp(Run run)
    {
        if (run.World.Customers.Count == Most)
        {
            return false;
        }

        run.World.Customers.Add(await run.Caller.SignUp());
        return true;
    }

    /// <summary>A random customer; null when there is none.</summary>
    public static Customer? Any(Run run) =>
        run.World.Customers.Count == 0 ? null : run.Dice.Pick(run.World.Customers);

    /// <summary>Sometimes another customer, who must not reach the owner's resources; otherwise null.</summary>
    public static Customer? Stranger(Run run, Customer owner)
    {
        if (!run.Dice.Chance(1))
        {
            return null;
        }

        var other = run.Dice.Pick(run.World.Customers);
        return other == owner ? null : other;
    }
}
