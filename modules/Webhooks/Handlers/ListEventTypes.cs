using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Cryptocardium.Webhooks.Events;
using Mediator;

namespace Cryptocardium.Webhooks.Handlers;

internal sealed class ListEventTypesHandler(EventCatalogue catalogue) : IQueryHandler<ListEventTypes, Result<EventTypeList>>
{
    public ValueTask<Result<EventTypeList>> Handle(ListEventTypes query, CancellationToken cancellationToken)
    {
        var page = Page.Of(catalogue.All, type => type.Type, query);
        return page.Refused(out var refusal)
            ? new(refusal)
            : new(new EventTypeList { Data = page.Value.Rows, HasMore = page.Value.HasMore, NextCursor = page.Value.NextCursor });
    }
}
