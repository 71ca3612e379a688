namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>What a merchant gave back.</summary>
internal sealed class MerchantRefund
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    /// <summary>The capture it belongs to, where it belongs to one.</summary>
    public required Captured? Of { get; init; }

    public required long Amount { get; init; }

    public bool IsTakenBack { get; set; }
}
