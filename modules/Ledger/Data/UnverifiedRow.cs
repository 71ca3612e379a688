using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Reads a row of which nothing is taken for granted: SQLite keeps in any column whatever somebody puts there, and would make a number
// of a text, or one of a fraction. What is not of its column's kind is noted, and read as nothing.
internal sealed class UnverifiedRow(IRow row)
{
    private const long TimeMax = 253_402_300_799_999;
    private const char TableMark = '.';

    /// <summary>The first column that could not be read; null when all could.</summary>
    public string? Unreadable { get; private set; }

    public long Number(string column) => row.GetValue(row.Ordinal(column)) is long number ? number : None<long>(column);

    public long? NumberOrNone(string column) => row.IsDBNull(column) ? null : Number(column);

    public string Text(string column) => row.GetValue(row.Ordinal(column)) as string ?? None<string>(column) ?? "";

    public string TextOrNone(string column) => row.IsDBNull(column) ? "" : Text(column);

    public byte[] Bytes(string column) => row.GetValue(row.Ordinal(column)) as byte[] ?? None<byte[]>(column) ?? [];

    public DateTimeOffset Time(string column) => DateTimeOffset.FromUnixTimeMilliseconds(
        Number(column) is >= 0 and <= TimeMax and var milliseconds ? milliseconds : None<long>(column));

    public Mode Mode(string column) => row.GetValue(row.Ordinal(column)) switch
    {
        "live" => Kernel.Mode.Live,
        "sandbox" => Kernel.Mode.Sandbox,
        _ => None<Mode>(column),
    };

    public bool Flag(string column) => row.GetValue(row.Ordinal(column)) switch
    {
        bool flag => flag,
        0L => false,
        1L => true,
        _ => None<bool>(column),
    };

    private T? None<T>(string column)
    {
        Unreadable ??= column[(column.LastIndexOf(TableMark) + 1)..];
        return default;
    }
}
