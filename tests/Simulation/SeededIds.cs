using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Simulation;

/// <summary>The seeded randomness of the product in a run.</summary>
internal sealed class SeededIds(TimeProvider clock, int seed) : IdSource(clock)
{
    private readonly Random random = new(seed);
    private readonly Lock gate = new();

    public override void Fill(Span<byte> bytes)
    {
        lock (gate)
        {
            random.NextBytes(bytes);
        }
    }
}
