using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Outbox;

/// <summary>Reads the outbox. Events are added by <see cref="UnitOfWork.Raise"/>.</summary>
public static class StoredEvents
{
    /// <summary>The prefix of the ids of events.</summary>
    public const string IdPrefix = "evt";

    private const string Head = "id, type, mode, request_id, subject_id, card_id, sequence, created_at";

    private const string Whole = $"{Head}, resource, details";

    private const string Table = "FROM kernel_event WHERE";

    private const string Filtered =
        """
        (@type = '' OR type = @type) AND (@request_id = '' OR request_id = @request_id) AND (@subject_id = '' OR subject_id = @subject_id)
          AND (@card_id = '' OR card_id = @card_id) AND (@mode = '' OR mode = @mode) AND created_at >= @from AND created_at < @until
        """;

    private static readonly string[] FilterNames = ["type", "request_id", "subject_id", "card_id", "mode", "from", "until"];

    private static readonly OwnedColumns Owner = new("mode", "card_id") { ModeIsOptional = true };

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) AS total FROM kernel_event GROUP BY type");

    private static readonly Statement Last = new("SELECT COALESCE(MAX(sequence), 0) AS last FROM kernel_event WHERE account_id = @account_id", "account_id");

    // The first event of an account has the sequence 1.
    private static readonly Statement Accounts = new(
        "SELECT account_id FROM kernel_event WHERE account_id > @after AND sequence = 1 ORDER BY account_id LIMIT @limit", "after", "limit");

    private static readonly OwnedStatement OneHead = new(Owner, static owned => $"SELECT {Head} {Table} {owned} AND id = @id", "id");

    private static readonly OwnedStatement One = new(Owner, static owned => $"SELECT {Whole} {Table} {owned} AND id = @id", "id");

    private static readonly OwnedStatement Following = new(
        Owner,
        static owned => $"""
         SELECT {Whole} {Table} {owned} AND sequence > @sequence AND sequence <= @last AND {Filtered} ORDER BY sequence LIMIT @limit
         """,
        ["sequence", "last", .. FilterNames, "limit"]);

    private static readonly OwnedStatement HeadsDown = Page(Head, "DESC");

    private static readonly OwnedStatement HeadsUp = Page(Head, "ASC");

    private static readonly OwnedStatement Down = Page(Whole, "DESC");

    private static readonly OwnedStatement Up = Page(Whole, "ASC");

    /// <summary>The count of all events by type.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString("type"), Count: row.GetInt64("total"))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>The resources of the last events of a type, one per account and mode. An index of the type must exist.</summary>
    public static ValueTask<List<T>> LatestOfEach<T>(UnitOfWork unit, EventType type, Func<AccountId, Mode?, byte[], T> read)
    {
        // SQLite uses a filtered index for a literal only.
        var latest = new Statement(
            $"""
             SELECT e.account_id, e.mode, e.resource
             FROM (SELECT account_id, mode, MAX(sequence) AS last FROM kernel_event WHERE type = '{type.Name}' GROUP BY account_id, mode) l
             JOIN kernel_event e ON e.account_id = l.account_id AND e.sequence = l.last
             """);
        return unit.Query(latest, row => read(new AccountId(row.GetString("account_id")), ModeOf(row), row.GetBytes("resource")));
    }

    /// <summary>Accounts with events, in the order of their ids.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="after">The id before the first; empty for the first account.</param>
    /// <param name="limit">The maximum count.</param>
    public static ValueTask<List<AccountId>> AccountsAfter(UnitOfWork unit, string after, int limit) =>
        unit.Query(Accounts, static row => new AccountId(row.GetString("account_id")), after, limit);

    /// <summary>The event with an id, among those that the filter selects.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, RowFilter rows, string id) => await unit.One(OneHead, rows, ReadHead, id);

    /// <summary>The event with an id and its data, among those that the filter selects.</summary>
    public static async ValueTask<OutboxEvent?> FindWhole(UnitOfWork unit, RowFilter rows, string id) => await unit.One(One, rows, ReadWhole, id);

    /// <summary>A range of events.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, RowFilter rows, EventRange range, EventFilter filter) =>
        await unit.Query(range.Descending ? HeadsDown : HeadsUp, rows, ReadHead, Values(range, filter));

    /// <summary>A range of events with their data.</summary>
    public static async ValueTask<List<OutboxEvent>> ReadWhole(UnitOfWork unit, RowFilter rows, EventRange range, EventFilter filter) =>
        await unit.Query(range.Descending ? Down : Up, rows, ReadWhole, Values(range, filter));

    /// <summary>The last sequence of an account; 0 if it has no event.</summary>
    public static ValueTask<long> LastSequence(UnitOfWork unit, AccountId account) => unit.One(Last, static row => row.GetInt64("last"), account);

    /// <summary>Events between two sequences, in order. An event that commits later has a higher sequence than all before.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="rows">Selects the owner's rows.</param>
    /// <param name="filter">Selects the events.</param>
    /// <param name="after">The sequence before the first.</param>
    /// <param name="last">The greatest sequence.</param>
    /// <param name="limit">The maximum count.</param>
    public static async ValueTask<List<OutboxEvent>> After(
        UnitOfWork unit, RowFilter rows, EventFilter filter, long after, long last, int limit) =>
        await unit.Query(Following, rows, ReadWhole, [after, last, .. Values(filter), limit]);

    private static OwnedStatement Page(string columns, string order) => new(
        Owner,
        owned => $"SELECT {columns} {Table} {owned} AND id > @after AND id < @before AND {Filtered} ORDER BY id {order} LIMIT @limit",
        ["after", "before", .. FilterNames, "limit"]);

    private static object?[] Values(EventRange range, EventFilter filter) => [range.After, range.Before, .. Values(filter), range.Limit];

    private static object?[] Values(EventFilter filter) =>
    [
        filter.Type ?? "", filter.RequestId ?? "", filter.SubjectId ?? "", filter.CardId ?? "", filter.Mode?.Text() ?? "", filter.From, filter.Until,
    ];

    private static RaisedEvent ReadHead(IRow row) => new(
        row.GetString("id"), row.GetString("type"), ModeOf(row), row.GetString("request_id"),
        row.GetString("subject_id"), row.GetInt64("sequence"), row.GetInstant("created_at"))
    {
        CardId = row.GetText("card_id"),
    };

    private static Mode? ModeOf(IRow row) => row.GetText("mode") is { } mode ? ModeText.Parse(mode) : null;

    private static OutboxEvent ReadWhole(IRow row) =>
        new(ReadHead(row), row.GetBytes("resource"), row.IsDBNull("details") ? null : row.GetBytes("details"));
}
