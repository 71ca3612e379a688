using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A SQL statement of the money path, declared once as a static field and prepared once per connection. Both databases take
/// the same text; parameters are <c>@name</c>.
/// </summary>
/// <param name="sql">The text.</param>
/// <param name="parameters">The parameters' names without <c>@</c>, in the order in which values are given.</param>
public sealed partial class Statement(string sql, params string[] parameters)
{
    private static int count;

    private string? postgresSql;

    /// <summary>The text.</summary>
    public string Sql { get; } = sql;

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Parameters => parameters;

    /// <summary>
    /// Whether it may go past what the batch has in memory: set for statements that are run only for rows that are not there.
    /// </summary>
    public bool PassesMemory { get; init; }

    internal bool Mentions(string table) => Sql.Contains(table, StringComparison.Ordinal);

    // Whether rows may be others after it.
    internal bool IsWrite { get; } = !sql.StartsWith("SELECT", StringComparison.Ordinal);

    // The same with numbers, which are sent as they are; names would be looked for in the text every time.
    internal string PostgresSql => postgresSql ??= ParameterName().Replace(Sql, Number);

    // Where a connection keeps its prepared form: an index instead of a hash look-up on every execution.
    internal int Ordinal { get; } = Interlocked.Increment(ref count) - 1;

    private string Number(Match name) => Array.IndexOf(parameters, name.Groups[1].Value) is >= 0 and var index
        ? string.Create(CultureInfo.InvariantCulture, $"${index + 1}")
        : throw new InvalidOperationException($"{name.Value} has no value in: {Sql}");

    [GeneratedRegex("@([a-z_0-9]+)")]
    private static partial Regex ParameterName();
}
