namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The INSERT of a table whose rows are only added, declared once as a static field. On PostgreSQL the rows of a whole batch are sent as one
/// statement with an array per column, so that the cost of a statement is paid once.
/// </summary>
public sealed class Insertion
{
    private readonly string[] types;

    /// <param name="table">The table.</param>
    /// <param name="columns">Each column with its type, <c>created_at bigint</c>, in the order in which values are given.</param>
    public Insertion(string table, params string[] columns)
    {
        var parts = Array.ConvertAll(columns, column => column.Split(' '));
        var names = Array.ConvertAll(parts, part => part[0]);
        types = Array.ConvertAll(parts, part => part[1]);
        var list = string.Join(", ", names);
        (Table, Names) = (table, list);
        One = new($"INSERT INTO {table} ({list}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})", names);
        Many = new(
            $"INSERT INTO {table} ({list}) SELECT * FROM unnest({string.Join(", ", parts.Select(part => $"@{part[0]}::{part[1]}[]"))})", names);
    }

    /// <summary>The column list, for statements that read the rows.</summary>
    public string Names { get; }

    internal string Table { get; }

    internal Statement One { get; }

    internal Statement Many { get; }

    // Transposes rows into one array per column.
    internal object?[] Columns(IReadOnlyList<object?[]> rows)
    {
        var columns = new object?[types.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = types[i] switch
            {
                "text" => Column<string?>(rows, i),
                "bigint" => Column<long?>(rows, i),
                "boolean" => Column<bool?>(rows, i),
                "bytea" => Column<byte[]?>(rows, i),
                var type => throw new InvalidOperationException($"{Table} has a column of type {type}."),
            };
        }

        return columns;
    }

    private static T[] Column<T>(IReadOnlyList<object?[]> rows, int index)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = (T)rows[i][index]!;
        }

        return column;
    }
}
