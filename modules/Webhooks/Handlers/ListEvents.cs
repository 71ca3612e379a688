using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Cryptocardium.Webhooks.Events;
using Mediator;

namespace Cryptocardium.Webhooks.Handlers;

internal sealed class ListEventsHandler(Call call, EventPages pages) : IQueryHandler<ListEvents, Result<EventList>>
{
    public async ValueTask<Result<EventList>> Handle(ListEvents query, CancellationToken cancellationToken)
    {
        if (query is { AfterSequence: not null, Sort: not null })
        {
            return new Error(Errors.InvalidValue) { Param = "sort", Hint = "Events after a sequence come in its order; leave sort out." };
        }

        var page = await pages.Read(call.Rows, query);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new EventList
        {
            Data = [.. page.Value.Rows.Select(stored => EventView.Show(call.Account, stored))],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }
}
