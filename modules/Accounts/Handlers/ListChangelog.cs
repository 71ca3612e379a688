using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class ListChangelogHandler(ContractHistory history) : IQueryHandler<ListChangelog, Result<ChangelogList>>
{
    private const int DefaultLimit = 100;

    public ValueTask<Result<ChangelogList>> Handle(ListChangelog query, CancellationToken cancellationToken)
    {
        var seen = query.Cursor is { } cursor ? history.Changes.FindIndex(change => change.Version == cursor) + 1 : 0;
        if (query.Cursor is not null && seen == 0)
        {
            return new(new Error(Errors.InvalidCursor) { Param = "cursor" });
        }

        var rest = history.Changes[seen..];
        var page = rest.Take(query.Limit ?? DefaultLimit).ToList();
        var hasMore = page.Count < rest.Count;
        return new(new ChangelogList { Data = page, HasMore = hasMore, NextCursor = hasMore ? page[^1].Version : null });
    }
}
