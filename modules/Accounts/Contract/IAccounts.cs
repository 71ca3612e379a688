using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>The facts about accounts that other modules read, and the move to production.</summary>
public interface IAccounts : IAccountModes
{
    /// <summary>
    /// The mode for a new resource. A caller in live mode may request the sandbox. A caller in the sandbox may not request live mode, and a
    /// credential with a mode pin may only request its own mode.
    /// </summary>
    /// <param name="caller">The caller.</param>
    /// <param name="requested">The requested mode; null for the mode of the caller.</param>
    /// <returns>The mode, or <c>mode_not_allowed</c>.</returns>
    ValueTask<Result<Mode>> ModeFor(Caller caller, string? requested);

    /// <summary>Whether the account is in production.</summary>
    ValueTask<bool> IsInProduction(AccountId account);

    /// <summary>The time at which the account was created.</summary>
    ValueTask<DateTimeOffset> OpenedAt(AccountId account);

    /// <summary>Moves the account to production permanently; does nothing if it is there already.</summary>
    ValueTask EnterProduction(AccountId account);
}
