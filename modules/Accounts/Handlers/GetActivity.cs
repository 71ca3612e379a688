using Cryptocardium.Accounts.Activities;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetActivityHandler(ActivityFeed feed, Call call) : IQueryHandler<GetActivity, Result<ActivityList>>
{
    public async ValueTask<Result<ActivityList>> Handle(GetActivity query, CancellationToken cancellationToken)
    {
        var page = PageQuery.Of(query);
        if (query.Cursor is { } cursor && !await feed.Holds(call.Rows, cursor))
        {
            return new Error(Errors.InvalidCursor) { Param = "cursor" };
        }

        var found = Page.First(await feed.Read(call.Rows, query, page), page.Size, activity => activity.Id);
        return new ActivityList { Data = found.Rows, HasMore = found.HasMore, NextCursor = found.NextCursor };
    }
}
