using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// What is wrong with the simulated issuer, for one account in one mode. Of each kind there is the latest one.
internal sealed class Fault : IOwnedInMode
{
    /// <summary>Seconds that a fault lasts when nothing else was asked for.</summary>
    public const int DefaultDurationSeconds = 60;

    // Whoever waits for the end of a long outage should notice that it was ended.
    private const int LongestRetryAfterSeconds = 60;

    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string Kind { get; init; }

    /// <summary>How much longer the issuer takes; null for what is not a latency.</summary>
    public int? LatencyMs { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first moment at which all is well again.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Seconds until a call makes sense again.</summary>
    public int RetryAfterSeconds(DateTimeOffset now) =>
        Math.Clamp((int)Math.Ceiling((EndsAt - now).TotalSeconds), 1, LongestRetryAfterSeconds);
}
