using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Ledger;

// Reads and writes a database file directly, without the product.
internal abstract class LedgerFile(SqliteConnection connection)
{
    protected void Set(string table, string column, long number, object value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE {table} SET {column} = $value WHERE no = {number}";
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    protected List<long> Numbers(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    protected long Number(string sql) => Numbers(sql)[0];

    protected object Value(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    protected void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected static string Place(long journal) => string.Create(CultureInfo.InvariantCulture, $"lane 0, sequence {journal / 2}");

    protected static string Format(string sql, object value) => string.Format(CultureInfo.InvariantCulture, sql, value);
}
