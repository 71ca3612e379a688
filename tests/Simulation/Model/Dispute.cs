namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A dispute of a capture.</summary>
internal sealed class Dispute
{
    public const string Filed = "filed";
    public const string Submitted = "submitted";
    public const string Representment = "representment";
    public const string PreArbitration = "pre_arbitration";

    public const string Won = "won";
    public const string Lost = "lost";

    public required string Id { get; init; }

    public required Captured About { get; init; }

    public required long Amount { get; init; }

    /// <summary>The provisional credit, which refunds reduce.</summary>
    public required long Locked { get; set; }

    /// <summary>The amount won.</summary>
    public long? Brought { get; set; }

    public string Status { get; set; } = "opened";

    public string Stage { get; set; } = Filed;

    public required DateTimeOffset Due { get; set; }

    public bool IsOpen => Status is not Won and not Lost;
}
