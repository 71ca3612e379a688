namespace Cryptocardium.Kernel.Data;

/// <summary>The result of a query that may still be pending; see <see cref="IBatch.Rows"/>.</summary>
public sealed class PendingRows<T>
{
    /// <summary>Whether the rows have arrived; always on SQLite.</summary>
    public bool IsKnown { get; internal set; }

    /// <summary>A result without rows, when no query is needed.</summary>
    public static PendingRows<T> None => new() { IsKnown = true };

    /// <summary>A result of one cached row, when no query is needed.</summary>
    public static PendingRows<T> Of(T row)
    {
        var pending = None;
        pending.Rows.Add(row);
        return pending;
    }

    internal List<T> Rows { get; } = [];
}
