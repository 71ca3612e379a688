using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A SQL statement, declared once as a static field and prepared once per connection. Both databases run the same text; parameters are
/// <c>@name</c>.
/// </summary>
/// <param name="sql">The text.</param>
/// <param name="parameters">The names of the parameters without <c>@</c>, in the order of the values.</param>
public sealed partial class Statement(string sql, params string[] parameters)
{
    private static int count;

    private string? postgresSql;
    private int ordinal = -1;

    /// <summary>The text.</summary>
    public string Sql { get; } = sql;

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Parameters => parameters;

    /// <summary>
    /// Whether the statement skips the flush of cached rows: set for statements that are run only for rows that are not cached.
    /// </summary>
    public bool PassesMemory { get; init; }

    /// <summary>Whether the statement is prepared for one use: for texts that are too many to keep.</summary>
    public bool IsTransient { get; init; }

    internal bool Mentions(string table) => Sql.Contains(table, StringComparison.Ordinal);

    // Whether the statement can change rows.
    internal bool IsWrite { get; } = !sql.StartsWith("SELECT", StringComparison.Ordinal);

    // The text with numbered parameters, which Npgsql sends without parsing the text.
    internal string PostgresSql => postgresSql ??= ParameterName().Replace(Sql, Number);

    // The index of the prepared form in a connection's array, which saves a hash lookup on every execution.
    internal int Ordinal
    {
        get
        {
            var known = Volatile.Read(ref ordinal);
            if (known >= 0)
            {
                return known;
            }

            var next = Interlocked.Increment(ref count) - 1;
            var earlier = Interlocked.CompareExchange(ref ordinal, next, -1);
            return earlier < 0 ? next : earlier;
        }
    }

    private string Number(Match name) => Array.IndexOf(parameters, name.Groups[1].Value) is >= 0 and var index
        ? string.Create(CultureInfo.InvariantCulture, $"${index + 1}")
        : throw new InvalidOperationException($"{name.Value} has no value in: {Sql}");

    [GeneratedRegex("@([a-z_0-9]+)")]
    private static partial Regex ParameterName();
}
