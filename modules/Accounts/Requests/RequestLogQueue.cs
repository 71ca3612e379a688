using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Cryptocardium.Accounts.Jobs;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Accounts.Requests;

// Answered requests on their way into the log: many are written with one commit, and no request waits for it. What a crash finds here
// is not logged; what the requests did is not touched by that. Whoever stops the program writes down the rest.
internal sealed class RequestLogQueue(IServiceScopeFactory scopes, IdSource ids, IMeterFactory meters) : IRequestLog, IHostedService, IDisposable
{
    // About a second of the greatest load.
    private const int WaitingMax = 20_000;
    private const int Batch = 250;

    private readonly Counter<long> unlogged =
        meters.Create(TelemetryNames.Name).CreateCounter<long>("request.unlogged", "{request}", "Requests that stand in no log, though they should.");

    private readonly ConcurrentQueue<AnsweredRequest> waiting = new();
    private readonly SemaphoreSlim gate = new(1);
    private readonly RefusalSampling refusals = new();

    public void Add(AnsweredRequest request)
    {
        if (refusals.IsSuppressed(request))
        {
            return;
        }

        if (waiting.Count < WaitingMax)
        {
            waiting.Enqueue(request);
        }
        else
        {
            unlogged.Add(1);
        }
    }

    /// <summary>Writes down the next of them.</summary>
    /// <returns>Whether there are more.</returns>
    public async ValueTask<bool> Keep(JobSender sender, CancellationToken cancellationToken)
    {
        if (waiting.IsEmpty)
        {
            return false;
        }

        // They leave the queue when they are written, and one batch is written at a time.
        await gate.WaitAsync(cancellationToken);
        try
        {
            var next = waiting.Take(Batch).ToList();
            await Write(next, sender, cancellationToken);
            Drop(next);
            return !waiting.IsEmpty;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Writes down what has been answered so far, for whoever is about to read the log.</summary>
    public async ValueTask Flush(CancellationToken cancellationToken)
    {
        for (var rest = waiting.Count; rest > 0; rest -= Batch)
        {
            await Keep(new JobSender(scopes, ids.NewText(Call.IdPrefix)), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Flush(cancellationToken).AsTask();

    public void Dispose() => gate.Dispose();

    // What cannot be written must not keep out what comes after it.
    private async ValueTask Write(List<AnsweredRequest> requests, JobSender sender, CancellationToken cancellationToken)
    {
        try
        {
            await sender.Send(new StoreRequestLogs(requests), cancellationToken);
        }
        catch (Exception exception) when (exception is not (OverloadedException or CommitUnknownException or OperationCanceledException))
        {
            Drop(requests);
            unlogged.Add(requests.Count);
            throw;
        }
    }

    private void Drop(List<AnsweredRequest> requests)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            waiting.TryDequeue(out _);
        }
    }
}
