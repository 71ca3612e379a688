using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

/// <summary>What a check found.</summary>
/// <param name="Name">The check.</param>
/// <param name="Input">What it looked at.</param>
/// <param name="Threshold">What that had to be.</param>
/// <param name="Decline">Why it failed; null when it passed.</param>
/// <param name="Remedy">What would have helped; null when it passed, or when nothing would have.</param>
internal sealed record CheckResult(string Name, string? Input, string? Threshold, Decline? Decline, Remedy? Remedy)
{
    public bool IsPassed => Decline is null;
}
