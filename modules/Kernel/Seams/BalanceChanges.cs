namespace Cryptocardium.Kernel;

/// <summary>
/// Collects side effects of a command on balances, such as a receivable paid by a deposit or a posting of the operator. Before the commit an
/// event is raised for each.
/// </summary>
/// <param name="events">Creates the source of events, only when a balance has changed.</param>
public sealed class BalanceChanges(Func<IBalanceChangeEvents> events)
{
    private readonly List<(AccountId Account, Mode Mode)> changes = [];

    /// <summary>Records that a balance of an account has changed.</summary>
    public void Record(AccountId account, Mode mode) => changes.Add((account, mode));

    /// <summary>Removes the records of an attempt that was undone.</summary>
    public void Forget() => changes.Clear();

    /// <summary>Raises an event for each record.</summary>
    public async ValueTask RaiseAll()
    {
        foreach (var (account, mode) in changes)
        {
            await events().Raise(account, mode);
        }

        changes.Clear();
    }
}
