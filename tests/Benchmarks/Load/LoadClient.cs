using System.Diagnostics;
using System.Net.Sockets;

namespace Cryptocardium.Benchmarks.Load;

// Sends prepared requests over plain sockets, one at a time on each connection, from one thread that waits for any response. It
// shares the processors with the server, so it must be cheap: HttpClient, or a task per connection, costs more than a request.
internal sealed class LoadClient(Uri server, Func<int, long, byte[]> request)
{
    private const int LatencySamples = 1 << 24;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    // The shortest wait of the operating system. A shorter one would poll on a processor that the server needs. A request may be
    // late by this millisecond.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);

    // Sends as fast as the server responds.
    public Task<LoadResult> Run(int connections, TimeSpan duration) => Run(connections, duration, _ => Pace.AsFastAsPossible);

    // Sends perSecond requests in total, spread evenly. A request that is late because of a late response counts from its due time.
    public Task<LoadResult> Run(int connections, TimeSpan duration, double perSecond) =>
        Run(connections, duration, connection => Pace.Every(connections / perSecond, connection / perSecond));

    private Task<LoadResult> Run(int connections, TimeSpan duration, Func<int, Pace> pace) => Task.Factory.StartNew(
        () => Drive([.. Enumerable.Range(0, connections).Select(index => new LoadConnection(server.Port, n => request(index, n), pace(index)))], duration),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static LoadResult Drive(LoadConnection[] connections, TimeSpan duration)
    {
        var bySocket = connections.ToDictionary(connection => connection.Socket);
        var latencies = new List<long>();
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = duration - Stopwatch.GetElapsedTime(start);
            var rest = left > TimeSpan.Zero ? SendWhatIsDue(connections, left) : LongestRest;
            var waiting = connections.Where(connection => connection.IsWaiting).Select(connection => connection.Socket).ToList();
            if (waiting.Count == 0 && left <= TimeSpan.Zero)
            {
                break;
            }

            Wait(waiting, rest < ShortestRest ? ShortestRest : rest);
            foreach (var socket in waiting)
            {
                if (bySocket[socket].Receive() is { } latency && latencies.Count < LatencySamples)
                {
                    latencies.Add(latency);
                }
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        return new LoadResult(elapsed, [.. latencies]);
    }

    /// <returns>The time until the next request is due.</returns>
    private static TimeSpan SendWhatIsDue(LoadConnection[] connections, TimeSpan left)
    {
        var now = Stopwatch.GetTimestamp();
        var next = left;
        foreach (var connection in connections)
        {
            if (connection.IsWaiting)
            {
                continue;
            }

            var rest = connection.Rest(now);
            if (rest == TimeSpan.Zero)
            {
                connection.Send(now);
            }
            else if (rest < next)
            {
                next = rest;
            }
        }

        return next;
    }

    // Waits and keeps only the sockets that are readable.
    private static void Wait(List<Socket> waiting, TimeSpan atMost)
    {
        if (waiting.Count > 0)
        {
            Socket.Select(waiting, null, null, atMost);
        }
        else
        {
            Thread.Sleep(atMost);
        }
    }
}
