using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>What other modules may know of an account, and the one thing that they change about it.</summary>
public interface IAccounts
{
    /// <summary>The book that the account's credentials work on: live once it is in production, the sandbox before.</summary>
    ValueTask<Mode> ModeOf(AccountId account);

    /// <summary>When the account was opened.</summary>
    ValueTask<DateTimeOffset> OpenedAt(AccountId account);

    /// <summary>Moves the account to production, for good; does nothing when it is there.</summary>
    ValueTask EnterProduction(AccountId account);
}
