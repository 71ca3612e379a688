using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A fault of the simulated issuer for one account and mode; of each type the latest one.
internal sealed class Fault : IOwnedInMode
{
    /// <summary>The default duration in seconds.</summary>
    public const int DefaultDurationSeconds = 60;

    // Limits Retry-After, so that clients notice when a long outage is ended early.
    private const int LongestRetryAfterSeconds = 60;

    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string Type { get; init; }

    /// <summary>The additional latency in milliseconds; null for other types.</summary>
    public int? LatencyMs { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first moment after the fault.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The seconds after which a retry makes sense.</summary>
    public int RetryAfterSeconds(DateTimeOffset now) =>
        Math.Clamp((int)Math.Ceiling((EndsAt - now).TotalSeconds), 1, LongestRetryAfterSeconds);
}
