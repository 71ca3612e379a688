namespace Cryptocardium.Kernel;

/// <summary>Raises the event of a changed balance; implemented by the module Treasury.</summary>
public interface IBalanceChangeEvents
{
    /// <summary>Raises the event in the current unit of work.</summary>
    /// <param name="account">The account.</param>
    /// <param name="mode">The mode of the changed balance.</param>
    ValueTask Raise(AccountId account, Mode mode);
}
