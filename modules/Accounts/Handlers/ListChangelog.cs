using Cryptocardium.Accounts.Platform;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class ListChangelogHandler(Changelog changelog) : IQueryHandler<ListChangelog, Result<ChangelogList>>
{
    public ValueTask<Result<ChangelogList>> Handle(ListChangelog query, CancellationToken cancellationToken)
    {
        var page = Page.Of(changelog.Changes, change => change.Version, query);
        return page.Refused(out var refusal)
            ? new(refusal)
            : new(new ChangelogList { Data = page.Value.Rows, HasMore = page.Value.HasMore, NextCursor = page.Value.NextCursor });
    }
}
