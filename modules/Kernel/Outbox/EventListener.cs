namespace Cryptocardium.Kernel.Outbox;

/// <summary>Waits for events of one account, or of all; see <see cref="EventSignal.Listen"/>. It serves one reader.</summary>
public sealed class EventListener : IDisposable
{
    // With more accounts between two waits the listener reports that any account may have events.
    private const int AccountsMax = 1_000;

    private readonly EventSignal signal;
    private readonly AccountId? account;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim isWoken = new(0, 1);
    private HashSet<AccountId>? accounts = [];

    internal EventListener(EventSignal signal, AccountId? account) => (this.signal, this.account) = (signal, account);

    /// <summary>Returns when events were committed since the last return.</summary>
    /// <returns>The accounts of the events, for a listener to all; null when any account may have events.</returns>
    public async ValueTask<IReadOnlySet<AccountId>?> Wait(CancellationToken cancellationToken)
    {
        await isWoken.WaitAsync(cancellationToken);
        lock (gate)
        {
            var woken = accounts;
            accounts = [];
            return woken;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        signal.Remove(this, account);
        isWoken.Dispose();
    }

    internal void Wake(IReadOnlyCollection<AccountId>? committed)
    {
        lock (gate)
        {
            if (committed is null || accounts is null || accounts.Count + committed.Count > AccountsMax)
            {
                accounts = null;
            }
            else
            {
                accounts.UnionWith(committed);
            }

            if (isWoken.CurrentCount == 0)
            {
                isWoken.Release();
            }
        }
    }
}
