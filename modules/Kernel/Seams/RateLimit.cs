namespace Cryptocardium.Kernel;

/// <summary>One limit of a caller, and what is left of it.</summary>
/// <param name="WindowSeconds">The length of the sliding window.</param>
/// <param name="Limit">How many calls it takes.</param>
/// <param name="Remaining">How many are left now.</param>
public sealed record RateLimit(int WindowSeconds, int Limit, int Remaining);
