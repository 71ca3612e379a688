namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A SQL statement of the money path, declared once as a static field and prepared once per connection. Both databases take
/// the same text; parameters are <c>@name</c>.
/// </summary>
/// <param name="sql">The text.</param>
/// <param name="parameters">The parameters' names without <c>@</c>, in the order in which values are given.</param>
public sealed class Statement(string sql, params string[] parameters)
{
    private static int count;

    /// <summary>The text.</summary>
    public string Sql { get; } = sql;

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;

    // Where a connection keeps its prepared form: an index instead of a hash look-up on every execution.
    internal int Ordinal { get; } = Interlocked.Increment(ref count) - 1;
}
