using System.Collections.Concurrent;

namespace Cryptocardium.Kernel.Data;

// The texts of an entity that connections keep prepared. A frequent text is always kept; of the others, which are many because of their
// combinations of filters, a limited number, and the rest is prepared for each use.
internal sealed class PreparedTexts(int othersMax)
{
    private readonly ConcurrentDictionary<string, Statement> known = new(StringComparer.Ordinal);
    private int others;

    /// <param name="sql">The text.</param>
    /// <param name="names">The names of its parameters.</param>
    /// <param name="isFrequent">Whether the text belongs to the few that are always kept.</param>
    public Statement Get(string sql, IEnumerable<string> names, bool isFrequent)
    {
        if (known.TryGetValue(sql, out var statement))
        {
            return statement;
        }

        if (!isFrequent && Volatile.Read(ref others) >= othersMax)
        {
            return new Statement(sql, [.. names]) { IsTransient = true };
        }

        statement = new Statement(sql, [.. names]);
        if (!known.TryAdd(sql, statement))
        {
            return known[sql];
        }

        if (!isFrequent)
        {
            Interlocked.Increment(ref others);
        }

        return statement;
    }
}
