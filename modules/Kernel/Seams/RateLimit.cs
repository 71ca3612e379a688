namespace Cryptocardium.Kernel;

/// <summary>One rate limit of a caller and its remaining calls.</summary>
/// <param name="WindowSeconds">The length of the sliding window.</param>
/// <param name="Limit">Calls allowed per window.</param>
/// <param name="Remaining">Calls left in the current window.</param>
public sealed record RateLimit(int WindowSeconds, int Limit, int Remaining);
