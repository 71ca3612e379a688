using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Cryptocardium.Accounts.Jobs;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Accounts.Requests;

// Queues answered requests for the log. Many are written with one commit, and no request waits for it. A crash loses the queued log entries,
// not the effects of their requests. Shutdown writes the rest.
internal sealed class RequestLogQueue(IServiceScopeFactory scopes, IdSource ids, IMeterFactory meters) : IRequestLog, IHostedService, IDisposable
{
    // About one second of the highest load.
    private const int WaitingMax = 20_000;
    private const int Batch = 250;

    private readonly Counter<long> unlogged =
        meters.Create(TelemetryNames.Name).CreateCounter<long>("request.unlogged", "{request}", "Requests that were dropped from the request log.");

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

    /// <summary>Writes the next batch.</summary>
    /// <returns>Whether there are more requests.</returns>
    public async ValueTask<bool> StoreBatch(JobSender sender, CancellationToken cancellationToken)
    {
        if (waiting.IsEmpty)
        {
            return false;
        }

        // Requests leave the queue after they are written, so only one batch is written at a time.
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

    /// <summary>Writes all requests that have been answered so far.</summary>
    public async ValueTask Flush(CancellationToken cancellationToken)
    {
        for (var rest = waiting.Count; rest > 0; rest -= Batch)
        {
            await StoreBatch(new JobSender(scopes, ids.NewText(Call.IdPrefix)), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Flush(cancellationToken).AsTask();

    public void Dispose() => gate.Dispose();

    // A batch that cannot be written is dropped, so that it does not block later ones. It stays while the database is away or its disk is full.
    private async ValueTask Write(List<AnsweredRequest> requests, JobSender sender, CancellationToken cancellationToken)
    {
        try
        {
            await sender.Send(new StoreRequestLogs(requests), cancellationToken);
        }
        catch (Exception exception) when (exception is not (CommitUnknownException or OperationCanceledException) && !DatabaseOutage.Explains(exception))
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
