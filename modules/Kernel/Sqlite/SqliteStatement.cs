using System.Runtime.InteropServices;
using System.Text;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Sqlite;

// A prepared statement. The ADO.NET command looks parameters up by name on every execution, and its reader asks for the type of each value; on
// the money path that cost more than the statement. Here parameters are bound by number and values are read directly.
internal sealed class SqliteStatement : IDisposable, IRow
{
    private const int StackBytes = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint handle;
    private readonly int[] positions;
    private string[]? columns;

    public SqliteStatement(SqliteConnection connection, Statement source)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, source.Sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        handle = statement.DangerousGetHandle();
        positions = [.. source.Parameters.Select(name => raw.sqlite3_bind_parameter_index(statement, "@" + name))];
    }

    /// <returns>The count of changed rows.</returns>
    public int Execute(object?[] values)
    {
        Bind(values);
        var result = raw.sqlite3_step(statement);
        var changes = raw.sqlite3_changes(database);
        raw.sqlite3_reset(statement);
        return result is raw.SQLITE_DONE or raw.SQLITE_ROW ? changes : throw Failure(result);
    }

    /// <returns>The count of rows.</returns>
    public int Each(object?[] values, Action<IRow> row)
    {
        Bind(values);
        try
        {
            var count = 0;
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                row(this);
                count++;
            }

            return result == raw.SQLITE_DONE ? count : throw Failure(result);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    // Callers name columns by literals. A found name is replaced by the caller's literal, so that the next lookup compares references.
    public int Ordinal(string column)
    {
        var names = columns ??= [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(GetName)];
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], column))
            {
                return i;
            }
        }

        var found = Array.IndexOf(names, column);
        if (found < 0)
        {
            throw new ArgumentException($"The result has no column {column}.", nameof(column));
        }

        names[found] = column;
        return found;
    }

    public bool IsDBNull(int column) => NativeColumns.Type(handle, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => NativeColumns.Int64(handle, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public string GetString(int column) =>
        NativeColumns.Blob(handle, column) is not 0 and var text ? Marshal.PtrToStringUTF8(text, NativeColumns.Bytes(handle, column)) : "";

    public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public object? GetValue(int column) => NativeColumns.Type(handle, column) switch
    {
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => null,
    };

    public string GetName(int column) => raw.sqlite3_column_name(statement, column).utf8_to_string();

    public long Number(int column) => GetInt64(column);

    public unsafe ReadOnlySpan<byte> Bytes(int column) =>
        NativeColumns.Blob(handle, column) is not 0 and var bytes ? new((void*)bytes, NativeColumns.Bytes(handle, column)) : [];

    public ReadOnlySpan<byte> Text(int column) => Bytes(column);

    public void Dispose() => statement.Dispose();

    private void Bind(object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(positions[i], values[i]));
        }
    }

    private int Bind(int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        int number => raw.sqlite3_bind_int64(statement, position, number),
        bool flag => raw.sqlite3_bind_int64(statement, position, flag ? 1 : 0),
        string text => BindText(position, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        _ => throw new ArgumentException($"{value.GetType()} has no conversion for SQLite.", nameof(value)),
    };

    private int BindText(int position, string text)
    {
        // An empty span has a null address, which SQLite would store as NULL.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, position, text);
        }

        var most = text.Length * 3;
        Span<byte> utf8 = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        return raw.sqlite3_bind_text(statement, position, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result) =>
        new(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
}
