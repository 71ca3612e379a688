using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>What other modules may know of an account, and the one thing that they change about it.</summary>
public interface IAccounts : IAccountModes
{
    /// <summary>
    /// The book for something new. An account in production may ask for its sandbox, to try things out; the other way there is
    /// no way.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="asked">The book that the caller asked for; null for the one that its credentials work on.</param>
    /// <returns>The book, or <c>mode_not_allowed</c>.</returns>
    ValueTask<Result<Mode>> ModeFor(AccountId account, string? asked);

    /// <summary>When the account was opened.</summary>
    ValueTask<DateTimeOffset> OpenedAt(AccountId account);

    /// <summary>Moves the account to production, for good; does nothing when it is there.</summary>
    ValueTask EnterProduction(AccountId account);
}
