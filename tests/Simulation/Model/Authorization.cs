namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A purchase that was approved, and what its hold has left.</summary>
internal sealed class Authorization
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required long Open { get; set; }
}
