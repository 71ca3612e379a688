using System.Text.Json;

namespace Cryptocardium.Kernel.Data;

/// <summary>Reads the outbox; events are written by <see cref="UnitOfWork.Raise"/>.</summary>
public static class Outbox
{
    /// <summary>What the id of an event begins with.</summary>
    public const string IdPrefix = "evt";

    private const string Columns = "SELECT id, type, mode, request_id, resource, created_at FROM kernel_event WHERE account_id = @account_id AND ";

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) FROM kernel_event GROUP BY type");

    private static readonly Statement One = new(Columns + "id = @id", "account_id", "id");

    private static readonly Statement Down = Page("DESC");

    private static readonly Statement Up = Page("ASC");

    /// <summary>How many events of each type were ever raised.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString(0), Count: row.GetInt64(1))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>An event of an account; null when it has none of this id.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, AccountId account, string id) =>
        await unit.One(One, ReadEvent, account, id);

    /// <summary>The next events of an account.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, AccountId account, EventRange range) => await unit.Query(
        range.Descending ? Down : Up, ReadEvent, account, range.After, range.Before, range.Type ?? "", range.RequestId ?? "", range.From, range.Until,
        range.Limit);

    private static Statement Page(string order) => new(
        $"""
         {Columns}id > @after AND id < @before AND (@type = '' OR type = @type) AND (@request_id = '' OR request_id = @request_id)
           AND created_at >= @from AND created_at < @until ORDER BY id {order} LIMIT @limit
         """,
        "account_id", "after", "before", "type", "request_id", "from", "until", "limit");

    private static RaisedEvent ReadEvent(IRow row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : ModeText.Parse(row.GetString(2)), row.GetString(3), IdOf(row.GetBytes(4)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

    // A resource begins with its id, as the contract writes it.
    private static string? IdOf(byte[] resource)
    {
        var reader = new Utf8JsonReader(resource);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }
}
