namespace Cryptocardium.Kernel.Outgoing;

/// <summary>The limits of a guarded client.</summary>
public sealed record OutgoingLimits
{
    /// <summary>The time limit from the lookup of the host's name to the last byte.</summary>
    public required TimeSpan TotalTime { get; init; }

    /// <summary>The limit of bytes read from the response body.</summary>
    public required int BodyBytesMax { get; init; }

    /// <summary>Allows requests to loopback addresses, also by http. For development.</summary>
    public bool AllowLoopback { get; init; }
}
