using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Outbox;

/// <summary>Reads the outbox; events are written by <see cref="UnitOfWork.Raise"/>.</summary>
public static class StoredEvents
{
    /// <summary>The prefix of the ids of events.</summary>
    public const string IdPrefix = "evt";

    private const string Columns = "id, type, mode, request_id, subject_id, sequence, created_at";

    private const string Table = "FROM kernel_event WHERE";

    private static readonly OwnedColumns Owner = new("mode", null) { ModeIsOptional = true };

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) FROM kernel_event GROUP BY type");

    private static readonly OwnedStatement One = new(Owner, static owned => $"SELECT {Columns} {Table} {owned} AND id = @id", "id");

    private static readonly OwnedStatement Following = new(
        Owner,
        static owned => $"SELECT {Columns}, resource {Table} {owned} AND sequence > @sequence ORDER BY sequence LIMIT @limit",
        "sequence",
        "limit");

    private static readonly OwnedStatement Down = Page("DESC");

    private static readonly OwnedStatement Up = Page("ASC");

    /// <summary>How many events of each type were ever raised.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString(0), Count: row.GetInt64(1))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>An event that a filter selects; null when there is none of this id.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, RowFilter rows, string id) => await unit.One(One, rows, ReadEvent, id);

    /// <summary>The next events that a filter selects, by id.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, RowFilter rows, EventRange range) => await unit.Query(
        range.Descending ? Down : Up, rows, ReadEvent, range.After, range.Before, range.Type ?? "", range.RequestId ?? "", range.From, range.Until,
        range.Limit);

    /// <summary>The events that a filter selects and that follow a sequence, in order. An event committed later always has a higher one.</summary>
    public static async ValueTask<List<OutboxEvent>> After(UnitOfWork unit, RowFilter rows, long sequence, int limit) =>
        await unit.Query(Following, rows, static row => new OutboxEvent(ReadEvent(row), row.GetBytes(7)), sequence, limit);

    private static OwnedStatement Page(string order) => new(
        Owner,
        owned => $"""
         SELECT {Columns} {Table} {owned} AND id > @after AND id < @before AND (@type = '' OR type = @type)
           AND (@request_id = '' OR request_id = @request_id) AND created_at >= @from AND created_at < @until ORDER BY id {order} LIMIT @limit
         """,
        "after", "before", "type", "request_id", "from", "until", "limit");

    private static RaisedEvent ReadEvent(IRow row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : ModeText.Parse(row.GetString(2)), row.GetString(3), row.GetString(4),
        row.GetInt64(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));
}
