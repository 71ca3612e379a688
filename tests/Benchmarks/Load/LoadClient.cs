using System.Diagnostics;
using System.Net.Sockets;

namespace Cryptocardium.Benchmarks.Load;

// Sends prepared requests over plain sockets, one at a time on each connection, all from one thread that waits for whichever is answered. It
// runs on the processors of what it measures, so it must cost little: HttpClient, or a task for each connection, costs more than a request.
internal sealed class LoadClient(Uri server, Func<int, long, byte[]> request)
{
    private const int LatencySamples = 1 << 24;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    // What the system can wait for. With less it would not wait but ask again and again, on a processor that the server needs. What is sent
    // late by this, a millisecond at most, is nobody's waiting.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);

    // As fast as the server answers.
    public Task<LoadResult> Run(int connections, TimeSpan duration) => Run(connections, duration, _ => Pace.AsFastAsPossible);

    // So many a second altogether, spread evenly. What comes late because an answer was late counts as waiting.
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

    /// <returns>How long it is until the next is due.</returns>
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

    // Leaves those that have something to read.
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
