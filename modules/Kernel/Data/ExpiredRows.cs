namespace Cryptocardium.Kernel.Data;

/// <summary>
/// Deletes the expired rows of a table that is numbered in the order of time, in small steps, so that no command waits long. The table needs no
/// index on time: the oldest rows are the first.
/// </summary>
/// <param name="table">The table, with the column <c>no</c>.</param>
/// <param name="time">The column with the time that decides.</param>
public sealed class ExpiredRows(string table, string time)
{
    private const int Batch = 500;

    private readonly Statement first = new($"SELECT no, {time} FROM {table} WHERE no > @after ORDER BY no LIMIT @batch", "after", "batch");

    private readonly Statement delete = new(
        $"DELETE FROM {table} WHERE no > @after AND no <= @last AND {time} <= @until", "after", "last", "until");

    /// <summary>Deletes the expired rows of one step.</summary>
    /// <param name="unit">The unit of work of a command.</param>
    /// <param name="after">The number after which the step begins; 0 for the first.</param>
    /// <param name="until">The time up to which rows have expired.</param>
    /// <param name="latest">
    /// The latest time that a row can have. A later one was written while the clock was ahead; it stays, and rows behind it may have expired.
    /// </param>
    /// <returns>The number after which the next step begins; null if no further row has expired.</returns>
    public async ValueTask<long?> Delete(UnitOfWork unit, long after, DateTimeOffset until, DateTimeOffset latest)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var rows = await unit.Query(first, row => (No: row.GetInt64("no"), Time: row.GetInstant(time)), after, Batch);
        var kept = rows.FindIndex(row => row.Time > until && row.Time <= latest);
        var looked = kept < 0 ? rows : rows[..kept];
        if (looked.Exists(row => row.Time <= until))
        {
            await unit.Execute(delete, after, looked[^1].No, until);
        }

        return looked.Count == Batch ? looked[^1].No : null;
    }
}
