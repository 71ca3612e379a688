namespace Cryptocardium.Kernel;

/// <summary>Tells a caller how many calls it has left; implemented by whoever counts them.</summary>
public interface IRateLimits
{
    /// <summary>The limits that apply to the caller, shortest window first. Reading them takes nothing.</summary>
    IReadOnlyList<RateLimit> Of(Call call);
}
