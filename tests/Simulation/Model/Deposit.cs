namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A transfer to the address of a top-up.</summary>
internal sealed class Deposit
{
    public const string Detected = "detected";
    public const string Credited = "credited";
    public const string Rejected = "rejected";

    public required long Received { get; init; }

    /// <summary>The height of its block.</summary>
    public required long Block { get; init; }

    public required string Status { get; set; }
}
