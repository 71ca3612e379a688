using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>What other modules may know of an account, and the one thing that they change about it.</summary>
public interface IAccounts : IAccountModes
{
    /// <summary>
    /// The book for something new. A caller that works on the live book may ask for the sandbox, to try things out; a caller that works on
    /// the sandbox may not ask for the live one, and a pinned credential may not ask for another book than its own.
    /// </summary>
    /// <param name="caller">The caller.</param>
    /// <param name="asked">The book that the caller asked for; null for the one that its credentials work on.</param>
    /// <returns>The book, or <c>mode_not_allowed</c>.</returns>
    ValueTask<Result<Mode>> ModeFor(Caller caller, string? asked);

    /// <summary>Whether the account is in production.</summary>
    ValueTask<bool> IsInProduction(AccountId account);

    /// <summary>When the account was opened.</summary>
    ValueTask<DateTimeOffset> OpenedAt(AccountId account);

    /// <summary>Moves the account to production, for good; does nothing when it is there.</summary>
    ValueTask EnterProduction(AccountId account);
}
