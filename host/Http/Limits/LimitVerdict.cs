namespace Cryptocardium.Host.Http.Limits;

// The decision of the limiter on one call, with the values of the X-RateLimit headers.
internal readonly record struct LimitVerdict(int Limit, int Remaining, long ResetUnixSeconds, int? RetryAfterSeconds)
{
    public bool IsAllowed => RetryAfterSeconds is null;
}
