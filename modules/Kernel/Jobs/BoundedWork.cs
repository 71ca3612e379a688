namespace Cryptocardium.Kernel.Jobs;

/// <summary>Works on the due rows of a job, a bounded number of them at once.</summary>
public static class BoundedWork
{
    /// <summary>
    /// Runs the work for each lane. Rows of one lane follow one another in their order; lanes do not wait for each other. The first
    /// exception ends the run, so work whose failure is the row's own affair handles it itself.
    /// </summary>
    /// <param name="due">The due rows, in the order in which each lane works on them.</param>
    /// <param name="laneOf">Names the lane of a row: the wallet that numbers its transfers, the card whose operations have an order.</param>
    /// <param name="atOnce">How many lanes are worked on at once, at most.</param>
    /// <param name="work">Works on a row; answers whether it got further.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>How many rows got further.</returns>
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
