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
internal sealed class EventStream(UnitOfWork unit, Call call, EventSignal signal, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const string ContentType = "text/event-stream; charset=utf-8";

    // Events of these many sequences are read at once. A filter may select none of them.
    private const int SequencesPerRead = 500;

    // A comment at this interval shows that the connection is up.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <param name="filter">Selects the events.</param>
    /// <param name="after">The sequence before the first event; null to begin with the next event.</param>
    public async ValueTask<Download> Open(EventFilter filter, long? after)
    {
        var start = after ?? await StoredEvents.LastSequence(unit, call.Account);
        return new Download(ContentType, (output, cancellationToken) => Write(filter, start, output, cancellationToken));
    }

    // The stream ends with its connection, its credential or the server.
    private async ValueTask Write(EventFilter filter, long sequence, PipeWriter output, CancellationToken connection)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(connection, lifetime.ApplicationStopping);
        using var listener = signal.Listen(call.Account);
        try
        {
            var isWoken = false;
            do
            {
                if (!isWoken)
                {
                    Comment(output, sequence);
                }

                sequence = await Send(filter, sequence, output, ends.Token);
                isWoken = await Wait(listener, ends.Token);
            }
            while (await call.IsStillAccepted(ends.Token));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The response ends here, and the client connects again.
        }
    }

    /// <returns>The last sequence that was read.</returns>
    private async ValueTask<long> Send(EventFilter filter, long sequence, PipeWriter output, CancellationToken cancellationToken)
    {
        var last = await StoredEvents.LastSequence(unit, call.Account);
        while (sequence < last)
        {
            var until = Math.Min(last, sequence + SequencesPerRead);
            foreach (var stored in await StoredEvents.After(unit, call.Rows, filter, sequence, until, SequencesPerRead))
            {
                Append(output, EventView.Show(call.Account, stored));
            }

            // The connection is returned here, so that a slow client does not hold one.
            await unit.DisposeAsync();
            await output.FlushAsync(cancellationToken);
            sequence = until;
        }

        await unit.DisposeAsync();
        await output.FlushAsync(cancellationToken);
        return sequence;
    }

    /// <returns>Whether there may be new events; false when it is time for a heartbeat.</returns>
    private async ValueTask<bool> Wait(EventListener listener, CancellationToken cancellationToken)
    {
        using var pause = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken);
        try
        {
            await listener.Wait(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
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
