using System.Data.Common;
using System.Text;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Postgres;

// The current row of a reader.
internal sealed class PostgresRow(DbDataReader reader) : IRow
{
    public int Ordinal(string column) => reader.GetOrdinal(column);

    public bool IsDBNull(int column) => reader.IsDBNull(column);

    public long GetInt64(int column) => reader.GetInt64(column);

    public int GetInt32(int column) => reader.GetInt32(column);

    public bool GetBoolean(int column) => reader.GetBoolean(column);

    public string GetString(int column) => reader.GetString(column);

    public byte[] GetBytes(int column) => reader.GetFieldValue<byte[]>(column);

    public object? GetValue(int column) => reader.GetValue(column) is var value and not DBNull ? value : null;

    public string GetName(int column) => reader.GetName(column);

    public long Number(int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);

    public ReadOnlySpan<byte> Bytes(int column) => GetBytes(column);

    public ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes(reader.GetString(column));
}
