namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>An approved purchase and its remaining hold.</summary>
internal sealed class Authorization
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required string Mcc { get; init; }

    public required long Open { get; set; }

    /// <summary>The total approved amount, including increments and corrections by advices.</summary>
    public required long Authorized { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public long Captured { get; set; }

    /// <summary>The amount released without a capture.</summary>
    public long Reversed { get; set; }

    /// <summary>Whether the last capture was made.</summary>
    public bool IsOver { get; set; }

    /// <summary>The decline reason of a message about the hold; empty when it is accepted.</summary>
    public string WhyClosed =>
        IsOver ? "lifecycle_invalid"
        : Open > 0 ? ""
        : Reversed > 0 ? "already_reversed"
        : "lifecycle_invalid";
}
