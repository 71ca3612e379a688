namespace Cryptocardium.Host.Http.Limits;

// What the limiter says of one call, and what the X-RateLimit headers then say.
internal readonly record struct LimitVerdict(int Limit, int Remaining, long ResetUnixSeconds, int? RetryAfterSeconds)
{
    public bool IsAllowed => RetryAfterSeconds is null;
}
