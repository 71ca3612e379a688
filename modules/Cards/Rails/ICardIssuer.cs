using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>
/// The card processor, which makes cards and authorizes their numbers. Asynchronous methods may wait for a network, so only preparations,
/// queries and jobs call them, while no lock and no connection is held.
/// </summary>
internal interface ICardIssuer
{
    /// <summary>The adapter's name in the configuration and in get_status.</summary>
    string Name { get; }

    /// <summary>Whether the adapter is a simulator.</summary>
    bool IsSimulated { get; }

    /// <summary>Checks whether the issuer answers. Each operation that needs the issuer calls this before its unit of work.</summary>
    /// <param name="account">The card's owner.</param>
    /// <param name="mode">The card's mode.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns><c>upstream_issuer_down</c> with the time to retry after; null when the issuer answers.</returns>
    ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken);

    /// <summary>
    /// Makes an inert card: it has a unique number and declines everything until an order opens it. An inert card that is never opened has
    /// no effect.
    /// </summary>
    /// <param name="reference">Our reference; the same reference returns the same number.</param>
    /// <param name="bin">The card product.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The number, or <c>upstream_issuer_down</c>.</returns>
    ValueTask<Result<Secret<string>>> Issue(string reference, string bin, CancellationToken cancellationToken);

    /// <summary>Carries out a committed order. Idempotent by the order's reference.</summary>
    /// <returns>Null when the order is carried out; otherwise the reason for which the caller retries later.</returns>
    ValueTask<Error?> Apply(IssuerOrder order, CancellationToken cancellationToken);
}
