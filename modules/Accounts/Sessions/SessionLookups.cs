using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Sessions;

// Combines concurrent look-ups of sessions into one query. A request waits for a query that began after it arrived, so it sees all
// revocations that were committed by then.
internal sealed class SessionLookups(Database database, DirectReader reader)
{
    private readonly Lock gate = new();
    private Dictionary<TokenHash, byte[]> waiting = [];
    private TaskCompletionSource<IReadOnlyDictionary<TokenHash, SessionRow>> next = NewResult();
    private bool isRunning;

    public async ValueTask<SessionRow?> Find(TokenHash hash, byte[] bytes)
    {
        Task<IReadOnlyDictionary<TokenHash, SessionRow>> lookup;
        bool isFirst;
        lock (gate)
        {
            waiting[hash] = bytes;
            lookup = next.Task;
            isFirst = !isRunning;
            isRunning = true;
        }

        if (isFirst)
        {
            await Run();
        }

        return (await lookup).GetValueOrDefault(hash);
    }

    // The first request runs the query for all waiting ones. Later arrivals get the next query on a pool thread.
    private async Task Run()
    {
        var (requested, result) = Swap();
        try
        {
            result.SetResult(await Read(requested));
        }
#pragma warning disable CA1031 // all requests that wait for the query get the exception
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result.SetException(exception);
            FailWaiting(exception);
        }

        bool hasMore;
        lock (gate)
        {
            hasMore = isRunning = waiting.Count > 0;
        }

        if (hasMore)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static lookups => _ = lookups.Run(), this, preferLocal: false);
        }
    }

    // Requests that came during a query without a response would wait for the same server once more, and twice as long as for any other query.
    private void FailWaiting(Exception exception)
    {
        if ((exception is OverloadedException || exception.GetBaseException() is TimeoutException)
            && Swap() is { Requested.Count: > 0, Result: var result })
        {
            result.SetException(exception);
        }
    }

    private (Dictionary<TokenHash, byte[]> Requested, TaskCompletionSource<IReadOnlyDictionary<TokenHash, SessionRow>> Result) Swap()
    {
        lock (gate)
        {
            var current = (waiting, next);
            (waiting, next) = ([], NewResult());
            return current;
        }
    }

    private async ValueTask<IReadOnlyDictionary<TokenHash, SessionRow>> Read(Dictionary<TokenHash, byte[]> requested)
    {
        if (database.Engine == Engine.Postgres)
        {
            var rows = await reader.Query(AccountsSql.FindSessions, Row, (object)requested.Values.ToArray());
            return rows.ToDictionary(row => TokenHash.From(row.TokenHash));
        }

        var found = new Dictionary<TokenHash, SessionRow>();
        foreach (var (hash, bytes) in requested)
        {
            if (await reader.Query(AccountsSql.FindSession, Row, bytes) is [var row])
            {
                found[hash] = row;
            }
        }

        return found;
    }

    private static TaskCompletionSource<IReadOnlyDictionary<TokenHash, SessionRow>> NewResult() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static SessionRow Row(IRow row) => new()
    {
        Id = new SessionId(row.GetString("id")),
        AccountId = new AccountId(row.GetString("account_id")),
        CreatedAt = row.GetInstant("created_at"),
        LastUsedAt = row.GetInstant("last_used_at"),
        RevokedAt = row.IsDBNull("revoked_at") ? null : row.GetInstant("revoked_at"),
        TokenHash = row.GetBytes("token_hash"),
    };
}
