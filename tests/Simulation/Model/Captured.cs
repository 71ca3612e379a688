namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What a merchant took, and what it gave back of it.</summary>
internal sealed class Captured
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required long Amount { get; init; }

    public long Refunded { get; set; }
}
