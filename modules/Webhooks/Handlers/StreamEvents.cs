using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.V1;
using Cryptocardium.Webhooks.Events;
using Mediator;

namespace Cryptocardium.Webhooks.Handlers;

internal sealed class StreamEventsHandler(Call call, OpenStreams streams, EventStream stream) : IQueryHandler<StreamEvents, Result<NoContent>>
{
    public async ValueTask<Result<NoContent>> Handle(StreamEvents query, CancellationToken cancellationToken)
    {
        if (!streams.MayOpen(call.Account))
        {
            return new Error(Errors.RateLimited) { RetryAfterSeconds = 1, Hint = $"At most {OpenStreams.Max} streams of an account are open at once; close one." };
        }

        var after = query.AfterSequence;
        if (call.LastEventId is { Length: > 0 } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return new Error(Errors.InvalidValue) { Param = "Last-Event-ID", Hint = "Send the id of an event of this stream, which is a number." };
            }

            after = last;
        }

        var filter = new EventFilter { Type = query.Type, CardId = query.CardId, Mode = query.Mode is { } mode ? ModeText.Parse(mode) : null };
        call.Download = await stream.Open(filter, after);
        return NoContent.Value;
    }
}
