using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>The processor that makes cards and stands behind their numbers.</summary>
internal interface ICardIssuer
{
    /// <summary>The adapter's name, as configured and as the status shows it.</summary>
    string Name { get; }

    /// <summary>Whether it only plays its part.</summary>
    bool IsSimulated { get; }

    /// <summary>
    /// Whether it answers just now, and takes as long as it takes to say so. Every operation that needs it asks before its unit of
    /// work, while nothing is locked; no connection to the database may be held while it waits.
    /// </summary>
    /// <param name="account">Whose card it is about.</param>
    /// <param name="mode">The card's book.</param>
    /// <param name="cancellationToken">Ends the wait when nobody waits for the answer any more.</param>
    /// <returns><c>upstream_issuer_down</c> and when to come back; null when it answers.</returns>
    ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken);

    /// <summary>A card number that no other card has.</summary>
    /// <param name="bin">The product.</param>
    /// <returns>The number, or <c>upstream_issuer_down</c>.</returns>
    ValueTask<Result<Secret<string>>> Issue(string bin);
}
