using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>
/// The processor that makes cards and stands behind their numbers. Its asynchronous methods may wait for a network, so preparations,
/// queries and jobs alone call them, while no lock and no connection is held.
/// </summary>
internal interface ICardIssuer
{
    /// <summary>The adapter's name, as configured and as the status shows it.</summary>
    string Name { get; }

    /// <summary>Whether it only plays its part.</summary>
    bool IsSimulated { get; }

    /// <summary>Whether it answers now. Every operation that needs it asks before its unit of work.</summary>
    /// <param name="account">The card's owner.</param>
    /// <param name="mode">The card's book.</param>
    /// <param name="cancellationToken">Ends the wait when the caller is gone.</param>
    /// <returns><c>upstream_issuer_down</c> and when to come back; null when it answers.</returns>
    ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken);

    /// <summary>
    /// Makes an inert card: it has a number that no other card has, and declines everything until an order opens it. One that is never
    /// opened does no harm.
    /// </summary>
    /// <param name="reference">Ours; repeated, it gives the same number.</param>
    /// <param name="bin">The product.</param>
    /// <param name="cancellationToken">Ends the wait when the caller is gone.</param>
    /// <returns>The number, or <c>upstream_issuer_down</c>.</returns>
    ValueTask<Result<Secret<string>>> Issue(string reference, string bin, CancellationToken cancellationToken);

    /// <summary>Carries out what was decided and committed about a card; repeated under its reference, it does nothing twice.</summary>
    /// <returns>Null when it is done; otherwise why it is not, and it is tried again later.</returns>
    ValueTask<Error?> Apply(IssuerOrder order, CancellationToken cancellationToken);
}
