namespace Cryptocardium.Kernel.Data;

/// <summary>Rows that were asked for, and may still be on their way; see <see cref="IBatch.Rows"/>.</summary>
public sealed class PendingRows<T>
{
    /// <summary>Whether they have arrived. SQLite knows at once.</summary>
    public bool IsKnown { get; internal set; }

    /// <summary>No row, for whoever knows without asking.</summary>
    public static PendingRows<T> None => new() { IsKnown = true };

    /// <summary>One row, for whoever knows without asking.</summary>
    public static PendingRows<T> Of(T row)
    {
        var pending = None;
        pending.Rows.Add(row);
        return pending;
    }

    internal List<T> Rows { get; } = [];
}
