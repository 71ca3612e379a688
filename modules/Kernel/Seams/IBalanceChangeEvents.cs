namespace Cryptocardium.Kernel;

/// <summary>Writes the event that an account's balance changed; implemented by whoever knows accounts.</summary>
public interface IBalanceChangeEvents
{
    /// <summary>Writes the event into the unit of work.</summary>
    /// <param name="account">The account.</param>
    /// <param name="mode">The book in which its balance changed.</param>
    ValueTask Raise(AccountId account, Mode mode);
}
