namespace Cryptocardium.Kernel.Data;

/// <summary>Reads the outbox; events are written by <see cref="UnitOfWork.Raise"/>.</summary>
public static class Outbox
{
    /// <summary>The prefix of the ids of events.</summary>
    public const string IdPrefix = "evt";

    private const string Columns = "id, type, mode, request_id, subject_id, sequence, created_at";

    private const string OfAccount = " FROM kernel_event WHERE account_id = @account_id AND ";

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) FROM kernel_event GROUP BY type");

    private static readonly Statement One = new($"SELECT {Columns}{OfAccount}id = @id", "account_id", "id");

    private static readonly Statement Following = new(
        $"SELECT {Columns}, resource{OfAccount}sequence > @sequence ORDER BY sequence LIMIT @limit", "account_id", "sequence", "limit");

    private static readonly Statement Down = Page("DESC");

    private static readonly Statement Up = Page("ASC");

    /// <summary>How many events of each type were ever raised.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString(0), Count: row.GetInt64(1))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>An event of an account; null when it has none of this id.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, AccountId account, string id) =>
        await unit.One(One, ReadEvent, account, id);

    /// <summary>The next events of an account, by id.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, AccountId account, EventRange range) => await unit.Query(
        range.Descending ? Down : Up, ReadEvent, account, range.After, range.Before, range.Type ?? "", range.RequestId ?? "", range.From, range.Until,
        range.Limit);

    /// <summary>The events of an account that follow a sequence, in order. An event that is not there yet always has a higher one.</summary>
    public static async ValueTask<List<OutboxEvent>> After(UnitOfWork unit, AccountId account, long sequence, int limit) =>
        await unit.Query(Following, static row => new OutboxEvent(ReadEvent(row), row.GetBytes(7)), account, sequence, limit);

    private static Statement Page(string order) => new(
        $"""
         SELECT {Columns}{OfAccount}id > @after AND id < @before AND (@type = '' OR type = @type) AND (@request_id = '' OR request_id = @request_id)
           AND created_at >= @from AND created_at < @until ORDER BY id {order} LIMIT @limit
         """,
        "account_id", "after", "before", "type", "request_id", "from", "until", "limit");

    private static RaisedEvent ReadEvent(IRow row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : ModeText.Parse(row.GetString(2)), row.GetString(3), row.GetString(4),
        row.GetInt64(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));
}
