namespace Cryptocardium.Kernel.Outgoing;

/// <summary>What a guarded client allows.</summary>
public sealed record OutgoingLimits
{
    /// <summary>From the look-up of the host's name to the last byte read.</summary>
    public required TimeSpan TotalTime { get; init; }

    /// <summary>Bytes of the answer's body that are read; the rest is not.</summary>
    public required int BodyBytesMax { get; init; }

    /// <summary>Lets requests go to this machine, by plain http too. For development.</summary>
    public bool AllowLoopback { get; init; }
}
