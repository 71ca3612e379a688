using System.Text.Json;

namespace Cryptocardium.Kernel.Data;

/// <summary>A list of texts as one parameter of a statement: an array on PostgreSQL, JSON on SQLite, which has no arrays.</summary>
public static class TextList
{
    /// <summary>The condition that a column is one of the list.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The name of the parameter without <c>@</c>.</param>
    public static string Condition(Engine engine, string column, string parameter) =>
        engine == Engine.Sqlite ? $"{column} IN (SELECT value FROM json_each(@{parameter}))" : $"{column} = ANY(@{parameter})";

    /// <summary>The value of the parameter.</summary>
    public static object Value(Engine engine, IReadOnlyCollection<string> list) => engine == Engine.Sqlite ? JsonSerializer.Serialize(list) : list.ToArray();
}
