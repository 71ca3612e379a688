namespace Cryptocardium.Kernel;

/// <summary>Tells modules below the one that knows which book an account's credentials work on.</summary>
public interface IAccountModes
{
    /// <summary>The book that the account's credentials work on: live once it is in production, the sandbox before.</summary>
    ValueTask<Mode> ModeOf(AccountId account);
}
