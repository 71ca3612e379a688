using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Reads a row without trusting its types: SQLite stores any type in any column, and converts on access. A value of a wrong type is read as
// the default, and its column is reported. Columns are named "no" or, if a result has several tables, "entry.no".
internal sealed class UnverifiedRow(IRow row)
{
    private const long TimeMax = 253_402_300_799_999;
    private const char TableSeparator = '.';

    /// <summary>The first unreadable column, without its table; null when all are readable.</summary>
    public string? Unreadable { get; private set; }

    public long Number(string column) => row.GetValue(row.Ordinal(column)) is long number ? number : Unread<long>(column);

    public long? NumberOrNone(string column) => row.IsDBNull(column) ? null : Number(column);

    public string Text(string column) => row.GetValue(row.Ordinal(column)) as string ?? Unread<string>(column) ?? "";

    public string TextOrNone(string column) => row.IsDBNull(column) ? "" : Text(column);

    public byte[] Bytes(string column) => row.GetValue(row.Ordinal(column)) as byte[] ?? Unread<byte[]>(column) ?? [];

    public DateTimeOffset Time(string column) => DateTimeOffset.FromUnixTimeMilliseconds(
        Number(column) is >= 0 and <= TimeMax and var milliseconds ? milliseconds : Unread<long>(column));

    public Mode Mode(string column) => row.GetValue(row.Ordinal(column)) switch
    {
        "live" => Kernel.Mode.Live,
        "sandbox" => Kernel.Mode.Sandbox,
        _ => Unread<Mode>(column),
    };

    public bool Flag(string column) => row.GetValue(row.Ordinal(column)) switch
    {
        bool flag => flag,
        0L => false,
        1L => true,
        _ => Unread<bool>(column),
    };

    private T? Unread<T>(string column)
    {
        Unreadable ??= column[(column.LastIndexOf(TableSeparator) + 1)..];
        return default;
    }
}
