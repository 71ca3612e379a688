using System.Text.Json;

namespace Cryptocardium.Kernel.Data;

/// <summary>Reads the outbox; events are written by <see cref="UnitOfWork.Raise"/>.</summary>
public static class Outbox
{
    /// <summary>What the id of an event begins with.</summary>
    public const string IdPrefix = "evt";

    private const string Columns = "SELECT id, type, mode, request_id, resource, created_at FROM kernel_event WHERE ";

    private static readonly OwnedColumns Owner = new("mode", null) { ModeIsOptional = true };

    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) FROM kernel_event GROUP BY type");

    private static readonly OwnedStatement One = new(Owner, static owned => $"{Columns}{owned} AND id = @id", "id");

    private static readonly OwnedStatement Down = Page("DESC");

    private static readonly OwnedStatement Up = Page("ASC");

    /// <summary>How many events of each type were ever raised.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(UnitOfWork unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString(0), Count: row.GetInt64(1))))
        .ToDictionary(row => row.Type, row => row.Count);

    /// <summary>An event; null when the filter selects none of this id.</summary>
    public static async ValueTask<RaisedEvent?> Find(UnitOfWork unit, RowFilter rows, string id) =>
        await unit.One(One, rows, ReadEvent, id);

    /// <summary>The next events that a filter selects.</summary>
    public static async ValueTask<List<RaisedEvent>> Read(UnitOfWork unit, RowFilter rows, EventRange range) => await unit.Query(
        range.Descending ? Down : Up, rows, ReadEvent, range.After, range.Before, range.Type ?? "", range.RequestId ?? "", range.From, range.Until,
        range.Limit);

    private static OwnedStatement Page(string order) => new(
        Owner,
        owned => $"""
         {Columns}{owned} AND id > @after AND id < @before AND (@type = '' OR type = @type) AND (@request_id = '' OR request_id = @request_id)
           AND created_at >= @from AND created_at < @until ORDER BY id {order} LIMIT @limit
         """,
        "after", "before", "type", "request_id", "from", "until", "limit");

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
