using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;
using Topup = Cryptocardium.Treasury.Domain.Topup;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListTopupsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListTopups, Result<TopupList>>
{
    private static readonly Keyset<Topup> Pages = new(TopupId.Prefix, topup => topup.Id, amount: nameof(Topup.AmountUsd));

    public async ValueTask<Result<TopupList>> Handle(ListTopups query, CancellationToken cancellationToken)
    {
        var filtered = All()
            .Equal(nameof(Topup.Status), query.Status)
            .Equal(nameof(Topup.Asset), query.Asset)
            .Equal(nameof(Topup.Chain), query.Chain)
            .Equal(nameof(Topup.Mode), query.Mode);
        var read = await Pages.Read(All, filtered, PageQuery.Of(query));
        if (read.Refused(out var error))
        {
            return error;
        }

        var page = read.Value;
        var ids = page.Rows.Select(topup => topup.Id).ToArray();
        var deposits = (await unit.SelectAll<Domain.Deposit>().OneOf(nameof(Domain.Deposit.TopupId), ids).ToList())
            .OrderBy(deposit => deposit.Id, StringComparer.Ordinal)
            .ToLookup(deposit => deposit.TopupId);
        return new TopupList
        {
            Data = [.. page.Rows.Select(topup => TopupView.Of(topup, deposits[topup.Id]))],
            HasMore = page.HasMore,
            NextCursor = page.NextCursor,
        };
    }

    private Selection<Topup> All() => unit.Select<Topup>(call.Rows);
}
