namespace Cryptocardium.Kernel.Jobs;

/// <summary>Works on the due rows of a job with bounded concurrency.</summary>
public static class BoundedWork
{
    /// <summary>
    /// Runs the work of each lane. Rows of one lane run one after the other in their order; lanes run concurrently. The first exception ends
    /// the run, so the work itself handles failures that concern one row.
    /// </summary>
    /// <param name="due">The due rows, in the order in which each lane works on them.</param>
    /// <param name="laneOf">Names the lane of a row: the wallet that numbers its transfers, the card whose operations are ordered.</param>
    /// <param name="atOnce">The limit of lanes that run concurrently.</param>
    /// <param name="work">Works on a row; returns whether it made progress.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The count of rows that made progress.</returns>
    public static async ValueTask<int> Run<T>(
        IEnumerable<T> due, Func<T, string> laneOf, int atOnce, Func<T, CancellationToken, ValueTask<bool>> work, CancellationToken cancellationToken)
    {
        var further = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due.GroupBy(laneOf, StringComparer.Ordinal), options, async (lane, token) =>
        {
            foreach (var row in lane)
            {
                token.ThrowIfCancellationRequested();
                if (await work(row, token))
                {
                    Interlocked.Increment(ref further);
                }
            }
        });
        return further;
    }
}
