namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What a merchant took, what it gave back of it, and what came of disputes about it.</summary>
internal sealed class Captured
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required long Amount { get; init; }

    public long Refunded { get; set; }

    /// <summary>What disputes have brought.</summary>
    public long Won { get; set; }

    /// <summary>The dispute that is open.</summary>
    public Dispute? Disputed { get; set; }

    /// <summary>What can still be refunded, or disputed.</summary>
    public long Left => Amount - Refunded - Won;
}
