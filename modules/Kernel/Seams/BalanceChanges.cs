namespace Cryptocardium.Kernel;

/// <summary>
/// Sums what a command changes of balances, per account and mode. Before the commit an event is raised for each balance that has changed.
/// </summary>
/// <param name="events">Creates the source of events, only when a balance has changed.</param>
public sealed class BalanceChanges(Func<IBalanceChangeEvents> events)
{
    private readonly List<Change> changes = [];

    /// <summary>Records a change of one ledger account that a balance consists of.</summary>
    /// <param name="account">The owner.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="part">The ledger account.</param>
    /// <param name="amount">The amount by which it grows.</param>
    public void Record(AccountId account, Mode mode, string part, Usd amount)
    {
        var known = changes.FindIndex(change => change.Part == part);
        if (known < 0)
        {
            changes.Add(new Change(account, mode, part, amount));
        }
        else
        {
            changes[known] = changes[known] with { Amount = changes[known].Amount + amount };
        }
    }

    /// <summary>Removes the records of an attempt that was undone.</summary>
    public void Forget() => changes.Clear();

    /// <summary>Raises an event for each balance that has changed.</summary>
    public async ValueTask RaiseAll()
    {
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var (account, mode) in changes.Where(change => change.Amount != Usd.Zero).Select(change => (change.Account, change.Mode)).Distinct())
        {
            await events().Raise(account, mode);
        }

        changes.Clear();
    }

    private readonly record struct Change(AccountId Account, Mode Mode, string Part, Usd Amount);
}
