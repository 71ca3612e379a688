using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Outbox;

// The events that the commands of a batch have raised. They are stored at the end of the batch, after refused commands are undone, with the
// next sequences of their accounts. So only committed events have a sequence, and sequences follow the order of commits. On PostgreSQL an
// advisory lock per account serializes writers. It is the last lock of a batch, taken in the order of keys, so that batches cannot deadlock.
internal sealed class EventBuffer(Statements statements, Engine engine)
{
    private const string Columns = "id, type, account_id, mode, request_id, subject_id, resource, created_at, card_id, details";

    private static readonly string[] Names = Columns.Split(", ");

    private static readonly Statement InsertOne = new(
        $"""
         INSERT INTO kernel_event ({Columns}, sequence)
         VALUES (@id, @type, @account_id, @mode, @request_id, @subject_id, @resource, @created_at, @card_id, @details,
                 COALESCE((SELECT MAX(sequence) FROM kernel_event WHERE account_id = @account_id), 0) + 1)
         """,
        Names);

    private static readonly Statement InsertMany = new(
        $"""
         INSERT INTO kernel_event ({Columns}, sequence)
         SELECT {Columns}, place + COALESCE((SELECT MAX(k.sequence) FROM kernel_event k WHERE k.account_id = e.account_id), 0)
         FROM unnest(@id::text[], @type::text[], @account_id::text[], @mode::text[], @request_id::text[], @subject_id::text[],
                     @resource::bytea[], @created_at::bigint[], @card_id::text[], @details::bytea[], @place::bigint[]) AS e({Columns}, place)
         """,
        [.. Names, "place"]);

    // The class of these advisory locks, distinct from all others in the database.
    private const string LockClass = "1128485701";

    private static readonly Statement LockAccounts = new(
        $"""
         SELECT pg_advisory_xact_lock({LockClass}, key)
         FROM (SELECT DISTINCT hashtext(account) AS key FROM unnest(@accounts::text[]) AS account ORDER BY key) AS keys
         """,
        "accounts");

    private static readonly Statement RestoreLockWait = new("SET LOCAL lock_timeout TO DEFAULT");

    private const int AccountColumn = 2;

    private const int ResourceColumn = 6;

    private readonly List<object?[]> events = [];
    private readonly HashSet<AccountId> accounts = [];
    private int beforeCommand;

    /// <summary>The accounts with events in the open transaction.</summary>
    public IReadOnlyCollection<AccountId> Accounts => accounts;

    public void BeginBatch()
    {
        events.Clear();
        accounts.Clear();
        beforeCommand = 0;
    }

    public void BeginCommand() => beforeCommand = events.Count;

    public void UndoCommand() => events.RemoveRange(beforeCommand, events.Count - beforeCommand);

    /// <param name="account">The account whose event it is.</param>
    /// <param name="values">The values of the columns, as they are stored.</param>
    public void Add(AccountId account, object?[] values)
    {
        events.Add(Statements.Stored(values));
        accounts.Add(account);
    }

    /// <summary>The longest resource that an event of the current command shares with a body.</summary>
    /// <param name="account">The account of the event.</param>
    /// <param name="body">The body.</param>
    /// <param name="bytesMin">The least length of the resource.</param>
    public SharedResource? FindIn(AccountId account, ReadOnlySpan<byte> body, int bytesMin)
    {
        SharedResource? found = null;
        for (var i = beforeCommand; i < events.Count; i++)
        {
            var resource = (byte[])events[i][ResourceColumn]!;
            if (resource.Length >= Math.Max(bytesMin, (found?.Length ?? 0) + 1)
                && (string?)events[i][AccountColumn] == account.Value && body.IndexOf(resource) is >= 0 and var offset)
            {
                found = new((string)events[i][0]!, offset, resource.Length);
            }
        }

        return found;
    }

    /// <summary>The resource of an event of this batch.</summary>
    public byte[] Resource(string id) => (byte[])events.Single(values => (string?)values[0] == id)[ResourceColumn]!;

    public void Store()
    {
        if (events.Count == 0)
        {
            return;
        }

        if (engine == Engine.Sqlite)
        {
            events.ForEach(values => statements.Run(InsertOne, values));
        }
        else
        {
            StoreMany();
        }

        events.Clear();
    }

    private void StoreMany()
    {
        statements.Run(RestoreLockWait, []);
        statements.QueryLater(LockAccounts, static _ => 0, [Text(AccountColumn)]);
        statements.Run(
            InsertMany,
            [Text(0), Text(1), Text(AccountColumn), Text(3), Text(4), Text(5), Column<byte[]>(ResourceColumn), Column<long>(7), Text(8), Column<byte[]?>(9), Places()]);
    }

    private string?[] Text(int column) => Column<string?>(column);

    private T[] Column<T>(int column) => [.. events.Select(values => (T)values[column]!)];

    // The place of each event among the events of its account in this batch, from 1.
    private long[] Places()
    {
        var last = new Dictionary<string, long>();
        var places = new long[events.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var account = (string)events[i][AccountColumn]!;
            places[i] = last[account] = last.GetValueOrDefault(account) + 1;
        }

        return places;
    }
}
