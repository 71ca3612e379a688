using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Topup = Cryptocardium.Treasury.Domain.Topup;
using TopupStatus = Cryptocardium.Treasury.Domain.TopupStatus;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListTopupsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListTopups, Result<TopupList>>
{
    private static readonly Keyset<Topup> Pages =
        new(TopupId.Prefix, topup => topup.Id, topup => topup.CreatedAt, topup => topup.AmountUsd);

    public async ValueTask<Result<TopupList>> Handle(ListTopups query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<Topup>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var read = await Pages.Read(all, Filter(all, query), asked);
        if (read.Refused(out var error))
        {
            return error;
        }

        var page = read.Value;
        var ids = page.Rows.Select(topup => topup.Id).ToArray();
        var deposits = (await (await unit.SetOutsideBatch<Domain.Deposit>())
            .Where(deposit => ids.Contains(deposit.TopupId))
            .OrderBy(deposit => deposit.Id)
            .ToListAsync(cancellationToken)).ToLookup(deposit => deposit.TopupId);
        return new TopupList
        {
            Data = [.. page.Rows.Select(topup => TopupView.Of(topup, deposits[topup.Id]))],
            HasMore = page.HasMore,
            NextCursor = page.NextCursor,
        };
    }

    private static IQueryable<Topup> Filter(IQueryable<Topup> topups, ListTopups query)
    {
        if (query.Status is { } text)
        {
            var status = EnumText.Parse<TopupStatus>(text);
            topups = topups.Where(topup => topup.Status == status);
        }

        if (query.Asset is { } asset)
        {
            topups = topups.Where(topup => topup.Asset == asset);
        }

        if (query.Chain is { } chain)
        {
            topups = topups.Where(topup => topup.Chain == chain);
        }

        if (query.Mode is { } name)
        {
            var mode = ModeText.Parse(name);
            topups = topups.Where(topup => topup.Mode == mode);
        }

        return topups;
    }
}
