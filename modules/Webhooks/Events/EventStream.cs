using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.V1;
using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Webhooks.Events;

// Sends events as they are committed, in the order of their sequences, as server-sent events.
internal sealed class EventStream(
    UnitOfWork unit, Call call, EventSignal signal, OpenStreams streams, Database database, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const string ContentType = "text/event-stream; charset=utf-8";

    // Events of these many sequences are read at once. A filter may select none of them.
    private const int SequencesPerRead = 500;

    // A comment at this interval shows that the connection is up, whatever the filter selects.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <param name="filter">Selects the events.</param>
    /// <param name="after">The sequence before the first event; null to begin with the next event.</param>
    public async ValueTask<Download> Open(EventFilter filter, long? after)
    {
        var start = after ?? await StoredEvents.LastSequence(unit, call.Account);
        return new Download(ContentType, (output, cancellationToken) => Write(filter, start, output, cancellationToken)) { IsLive = true };
    }

    // The stream ends with its connection, its credential or the server, and when the database does not answer. The client connects again.
    private async ValueTask Write(EventFilter filter, long start, PipeWriter output, CancellationToken connection)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(connection, lifetime.ApplicationStopping);
        using var listener = signal.Listen(call.Account);
        using var open = streams.Add(call.Account);
        try
        {
            await Follow(filter, start, listener, output, ends.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
        }
        catch (Exception exception) when (exception is OverloadedException || database.Outage.Covers(exception))
        {
        }
    }

    private async ValueTask Follow(EventFilter filter, long start, EventListener listener, PipeWriter output, CancellationToken cancellationToken)
    {
        var sequence = start;
        Comment(output, start);
        var commented = clock.GetTimestamp();
        while (await Send(filter, sequence, output, cancellationToken) is { } last)
        {
            sequence = last;
            var rest = Heartbeat - clock.GetElapsedTime(commented);
            if (rest > TimeSpan.Zero)
            {
                await Wait(listener, rest, cancellationToken);
            }
            else
            {
                Comment(output, sequence);
                commented = clock.GetTimestamp();
            }
        }
    }

    /// <returns>The last sequence that was read; null when the credential is no longer accepted.</returns>
    private async ValueTask<long?> Send(EventFilter filter, long sequence, PipeWriter output, CancellationToken cancellationToken)
    {
        long last;
        do
        {
            if (!await call.IsStillAccepted(cancellationToken))
            {
                return null;
            }

            last = await StoredEvents.LastSequence(unit, call.Account);
            var until = Math.Max(sequence, Math.Min(last, sequence + SequencesPerRead));
            foreach (var stored in sequence < until ? await StoredEvents.After(unit, call.Rows, filter, sequence, until, SequencesPerRead) : [])
            {
                Append(output, EventView.Show(call.Account, stored));
            }

            // The connection is returned here, so that a slow client does not hold one.
            await unit.DisposeAsync();
            await output.FlushAsync(cancellationToken);
            sequence = until;
        }
        while (sequence < last);
        return sequence;
    }

    // Returns when there may be new events, or after a time.
    private async ValueTask Wait(EventListener listener, TimeSpan time, CancellationToken cancellationToken)
    {
        using var pause = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken);
        try
        {
            await listener.Wait(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    private static void Comment(PipeWriter output, long sequence) =>
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $": {sequence}\n\n")));

    private static void Append(PipeWriter output, Event sent)
    {
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {sent.Sequence}\nevent: {sent.Type}\ndata: ")));
        output.Write(JsonSerializer.SerializeToUtf8Bytes(sent, V1Json.Wire.Event));
        output.Write("\n\n"u8);
    }
}
