namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A capture with its refunds and disputes.</summary>
internal sealed class Captured
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required long Amount { get; init; }

    public long Refunded { get; set; }

    /// <summary>The amount won by disputes.</summary>
    public long Won { get; set; }

    /// <summary>The open dispute; null when there is none.</summary>
    public Dispute? Disputed { get; set; }

    /// <summary>The amount that can still be refunded or disputed.</summary>
    public long Left => Amount - Refunded - Won;
}
