using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>The processor that makes cards and stands behind their numbers.</summary>
internal interface ICardIssuer
{
    /// <summary>The adapter's name, as configured and as the status shows it.</summary>
    string Name { get; }

    /// <summary>Whether it only plays its part.</summary>
    bool IsSimulated { get; }

    /// <summary>A card number that no other card has.</summary>
    /// <param name="bin">The product.</param>
    /// <returns>The number, or <c>upstream_issuer_down</c>.</returns>
    ValueTask<Result<Secret<string>>> Issue(string bin);
}
