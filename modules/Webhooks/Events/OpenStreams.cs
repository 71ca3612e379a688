using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Webhooks.Events;

// Counts the open streams of each account on this node.
internal sealed class OpenStreams
{
    /// <summary>The limit per account; each stream reads the database at every event of its account.</summary>
    public const int Max = 20;

    private readonly ConcurrentDictionary<AccountId, int> counts = [];

    /// <summary>Whether another stream of the account may open.</summary>
    public bool MayOpen(AccountId account) => counts.GetValueOrDefault(account) < Max;

    /// <summary>Counts a stream until it is disposed.</summary>
    public IDisposable Add(AccountId account)
    {
        counts.AddOrUpdate(account, 1, static (_, count) => count + 1);
        return new OpenStream(this, account);
    }

    private void Remove(AccountId account)
    {
        if (counts.AddOrUpdate(account, 0, static (_, count) => count - 1) == 0)
        {
            counts.TryRemove(new(account, 0));
        }
    }

    private sealed class OpenStream(OpenStreams streams, AccountId account) : IDisposable
    {
        public void Dispose() => streams.Remove(account);
    }
}
