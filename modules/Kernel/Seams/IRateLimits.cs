namespace Cryptocardium.Kernel;

/// <summary>The rate limits of a caller; implemented by the host.</summary>
public interface IRateLimits
{
    /// <summary>The limits that apply to the caller, shortest window first. Reading them does not count as a call.</summary>
    IReadOnlyList<RateLimit> Of(Call call);
}
