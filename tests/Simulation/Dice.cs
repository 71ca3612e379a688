using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation;

/// <summary>The only source of randomness of a run: the same seed gives the same numbers.</summary>
internal sealed class Dice(int seed)
{
    private const int Percent = 100;

    private readonly Random random = new(seed);

    /// <summary>A number from 0 to the limit, exclusive.</summary>
    public int Below(int limit) => random.Next(limit);

    public bool Chance(int percent) => Below(Percent) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>An amount in whole cents, small as often as large.</summary>
    public long Amount(long least, long most)
    {
        var span = Math.Log(most / (double)least);
        return Math.Clamp(Whole((long)(least * Math.Exp(random.NextDouble() * span))), least, most);
    }

    /// <summary>An amount near a boundary: exactly this, a cent more or less, a part of it, or more.</summary>
    public long Around(long amount) => Math.Max(Money.Cent, Whole(Below(6) switch
    {
        0 => amount,
        1 => amount + Money.Cent,
        2 => amount - Money.Cent,
        3 => amount + Amount(Money.Cent, 500 * Money.Dollar),
        _ => (long)(amount * random.NextDouble()),
    }));

    private static long Whole(long amount) => Money.FloorToCents(amount);
}
