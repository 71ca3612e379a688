using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Outbox;

/// <summary>Reads the outbox. Events are added by <see cref="UnitOfWork.Raise"/>.</summary>
public static class StoredEvents
{
    /// <summary>The prefix of the ids of events.</summary>
    public const string IdPrefix = "evt";

    private const string Columns = "id, type, mode, request_id, subject_id, card_id, sequence, created_at";

    private const string Table = "FROM kernel_event WHERE";

    private static readonly OwnedColumns Owner = new("mode", "card_id") { ModeIsOptional = true };

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) AS total FROM kernel_event GROUP BY type");

    private static readonly OwnedStatement One = new(Owner, static owned => $"SELECT {Columns} {Table} {owned} AND id = @id", "id");

    private static readonly OwnedStatement Following = new(
        Owner,
        static owned => $"SELECT {Columns}, resource {Table} {owned} AND sequence > @sequence ORDER BY sequence LIMIT @limit",
        "sequence",
        "limit");

    private static readonly OwnedStatement Down = Page("DESC");

    private static readonly OwnedStatement Up = Page("ASC");

    /// <summary>The count of all events by type.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString("type"), Count: row.GetInt64("total"))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>The event with an id, among those that the filter selects.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, RowFilter rows, string id) => await unit.One(One, rows, ReadEvent, id);

    /// <summary>A range of the events that the filter selects, in the order of ids.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, RowFilter rows, EventRange range) => await unit.Query(
        range.Descending ? Down : Up, rows, ReadEvent, range.After, range.Before, range.Type ?? "", range.RequestId ?? "", range.SubjectId ?? "",
        range.CardId ?? "", range.Mode?.Text() ?? "", range.From, range.Until, range.Limit);

    /// <summary>The events after a sequence that the filter selects, in order. An event that commits later has a higher sequence.</summary>
    public static async ValueTask<List<OutboxEvent>> After(UnitOfWork unit, RowFilter rows, long sequence, int limit) =>
        await unit.Query(Following, rows, static row => new OutboxEvent(ReadEvent(row), row.GetBytes("resource")), sequence, limit);

    private static OwnedStatement Page(string order) => new(
        Owner,
        owned => $"""
         SELECT {Columns} {Table} {owned} AND id > @after AND id < @before AND (@type = '' OR type = @type)
           AND (@request_id = '' OR request_id = @request_id) AND (@subject_id = '' OR subject_id = @subject_id)
           AND (@card_id = '' OR card_id = @card_id) AND (@mode = '' OR mode = @mode)
           AND created_at >= @from AND created_at < @until ORDER BY id {order} LIMIT @limit
         """,
        "after", "before", "type", "request_id", "subject_id", "card_id", "mode", "from", "until", "limit");

    private static RaisedEvent ReadEvent(IRow row) => new(
        row.GetString("id"), row.GetString("type"), row.GetText("mode") is { } mode ? ModeText.Parse(mode) : null, row.GetString("request_id"),
        row.GetString("subject_id"), row.GetInt64("sequence"), row.GetInstant("created_at"))
    {
        CardId = row.GetText("card_id"),
    };
}
