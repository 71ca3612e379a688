using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Sessions;

// Looks sessions up in the database for requests that come while it is already looking, all of them at once: each waits for a look that
// began after it came, so it sees every revocation that was committed by then.
internal sealed class SessionLookups(Database database, DirectReader reader)
{
    private readonly Lock gate = new();
    private Dictionary<TokenHash, byte[]> waiting = [];
    private TaskCompletionSource<IReadOnlyDictionary<TokenHash, SessionRow>> next = NewResult();
    private bool isRunning;

    public async ValueTask<SessionRow?> Find(TokenHash hash, byte[] bytes)
    {
        Task<IReadOnlyDictionary<TokenHash, SessionRow>> look;
        bool isFirst;
        lock (gate)
        {
            waiting[hash] = bytes;
            look = next.Task;
            isFirst = !isRunning;
            isRunning = true;
        }

        if (isFirst)
        {
            await Run();
        }

        return (await look).GetValueOrDefault(hash);
    }

    // Whoever finds nobody looking looks for itself and for those who came meanwhile, then hands over.
    private async Task Run()
    {
        var (asked, answer) = Swap();
        try
        {
            answer.SetResult(await Read(asked));
        }
#pragma warning disable CA1031 // whatever it was, everybody who waits for this look is told
        catch (Exception exception)
#pragma warning restore CA1031
        {
            answer.SetException(exception);
        }

        bool isAsked;
        lock (gate)
        {
            isAsked = isRunning = waiting.Count > 0;
        }

        if (isAsked)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static looks => _ = looks.Run(), this, preferLocal: false);
        }
    }

    private (Dictionary<TokenHash, byte[]> Asked, TaskCompletionSource<IReadOnlyDictionary<TokenHash, SessionRow>> Answer) Swap()
    {
        lock (gate)
        {
            var taken = (waiting, next);
            (waiting, next) = ([], NewResult());
            return taken;
        }
    }

    private async ValueTask<IReadOnlyDictionary<TokenHash, SessionRow>> Read(Dictionary<TokenHash, byte[]> asked)
    {
        if (database.Engine == Engine.Postgres)
        {
            var rows = await reader.Query(AccountsSql.FindSessions, Row, (object)asked.Values.ToArray());
            return rows.ToDictionary(row => TokenHash.From(row.TokenHash));
        }

        var found = new Dictionary<TokenHash, SessionRow>();
        foreach (var (hash, bytes) in asked)
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
