namespace Cryptocardium.Tests;

/// <summary>
/// Two sizes for long suites: a fixed budget for every change, and the full numbers for the target <c>soak</c>. Neither skips
/// anything.
/// </summary>
public static class Budget
{
    /// <summary>Whether the full numbers run.</summary>
    public static bool IsSoak => Environment.GetEnvironmentVariable("CRYPTOCARDIUM_SOAK") == "1";

    /// <summary>The number for this run.</summary>
    public static int Of(int everyChange, int soak) => IsSoak ? soak : everyChange;
}
