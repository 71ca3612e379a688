namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A refund by a merchant.</summary>
internal sealed class MerchantRefund
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    /// <summary>The refunded capture; null for a refund without one.</summary>
    public required Captured? Of { get; init; }

    public required long Amount { get; init; }

    public bool IsTakenBack { get; set; }
}
