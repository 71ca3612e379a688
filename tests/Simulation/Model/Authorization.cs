namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A purchase that was approved, and what its hold has left.</summary>
internal sealed class Authorization
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required string Mcc { get; init; }

    public required long Open { get; set; }

    /// <summary>What was approved in all, with increments and as advices corrected it.</summary>
    public required long Authorized { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public long Captured { get; set; }

    /// <summary>What was given back without a capture.</summary>
    public long Reversed { get; set; }

    /// <summary>Whether the last capture was made.</summary>
    public bool IsOver { get; set; }

    /// <summary>Why a message about the hold is declined; empty when it can be followed.</summary>
    public string WhyClosed =>
        IsOver ? "lifecycle_invalid"
        : Open > 0 ? ""
        : Reversed > 0 ? "already_reversed"
        : "lifecycle_invalid";
}
