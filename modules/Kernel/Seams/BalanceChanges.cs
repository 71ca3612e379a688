namespace Cryptocardium.Kernel;

/// <summary>
/// Collects, within a command, changes of balances that are not what the command is about: a debt that a deposit paid, a posting
/// of the operator. Before the commit each is told.
/// </summary>
/// <param name="teller">Who tells; made only when there is something to tell.</param>
public sealed class BalanceChanges(Func<IBalanceChangeEvents> teller)
{
    private readonly List<(AccountId Account, Mode Mode)> changes = [];

    /// <summary>Notes that a balance of an account changed.</summary>
    public void Note(AccountId account, Mode mode) => changes.Add((account, mode));

    /// <summary>Forgets what an attempt noted that is undone.</summary>
    public void Forget() => changes.Clear();

    /// <summary>Tells everything that was noted.</summary>
    public async ValueTask RaiseAll()
    {
        foreach (var (account, mode) in changes)
        {
            await teller().Raise(account, mode);
        }

        changes.Clear();
    }
}
