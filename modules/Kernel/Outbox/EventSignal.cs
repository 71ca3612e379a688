namespace Cryptocardium.Kernel.Outbox;

/// <summary>
/// Wakes readers of the outbox after a commit with events, in this process and, on PostgreSQL, on the other nodes. It carries no events: a
/// woken reader continues after the last sequence that it has read. A signal can be lost with a connection, so a reader that must not miss
/// events also polls at an interval.
/// </summary>
public sealed class EventSignal
{
    private readonly Lock gate = new();
    private readonly HashSet<EventListener> all = [];
    private readonly Dictionary<AccountId, HashSet<EventListener>> byAccount = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="account">The account whose events wake the listener; null for events of every account.</param>
    public EventListener Listen(AccountId? account)
    {
        var listener = new EventListener(this, account);
        lock (gate)
        {
            SetOf(account).Add(listener);
        }

        return listener;
    }

    internal void Publish(IReadOnlyCollection<AccountId> accounts)
    {
        if (accounts.Count > 0)
        {
            Wake(accounts, except: null);
        }
    }

    // Any account may have new events.
    internal void WakeAll(EventListener? except)
    {
        lock (gate)
        {
            foreach (var listener in all.Concat(byAccount.Values.SelectMany(static set => set)).Where(listener => listener != except))
            {
                listener.Wake(null);
            }
        }
    }

    internal void Wake(IReadOnlyCollection<AccountId> accounts, EventListener? except)
    {
        lock (gate)
        {
            foreach (var listener in all.Where(listener => listener != except))
            {
                listener.Wake(accounts);
            }

            foreach (var account in accounts)
            {
                foreach (var listener in byAccount.GetValueOrDefault(account) ?? [])
                {
                    listener.Wake(null);
                }
            }
        }
    }

    internal void Remove(EventListener listener, AccountId? account)
    {
        lock (gate)
        {
            var set = SetOf(account);
            set.Remove(listener);
            if (account is { } owner && set.Count == 0)
            {
                byAccount.Remove(owner);
            }
        }
    }

    private HashSet<EventListener> SetOf(AccountId? account)
    {
        if (account is not { } owner)
        {
            return all;
        }

        if (!byAccount.TryGetValue(owner, out var set))
        {
            byAccount[owner] = set = [];
        }

        return set;
    }
}
