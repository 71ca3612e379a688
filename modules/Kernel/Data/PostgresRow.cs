using System.Data.Common;
using System.Text;

namespace Cryptocardium.Kernel.Data;

// The row that a reader stands on.
internal sealed class PostgresRow(DbDataReader reader) : IRow
{
    public long Number(int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);

    public ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes(reader.GetString(column));
}
