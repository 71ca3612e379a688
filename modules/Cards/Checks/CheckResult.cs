using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

/// <summary>The result of a check.</summary>
/// <param name="Name">The name of the check.</param>
/// <param name="Input">The checked value.</param>
/// <param name="Threshold">The required value.</param>
/// <param name="Decline">The decline; null when the check passed.</param>
/// <param name="Remedy">The change that would have helped; null when the check passed or no change helps.</param>
internal sealed record CheckResult(string Name, string? Input, string? Threshold, Decline? Decline, Remedy? Remedy)
{
    public bool IsPassed => Decline is null;
}
