using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListDisputesHandler(UnitOfWork unit, Call call) : IQueryHandler<ListDisputes, Result<DisputeList>>
{
    private static readonly Keyset<Domain.Dispute> Pages = new(Domain.DisputeId.Prefix, row => row.Id, row => row.CreatedAt, row => row.Amount);

    public async ValueTask<Result<DisputeList>> Handle(ListDisputes query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<Domain.Dispute>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, ByText(all, query), asked);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new DisputeList
        {
            Data = [.. page.Value.Rows.Select(DisputeView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<Domain.Dispute> ByText(IQueryable<Domain.Dispute> rows, ListDisputes query)
    {
        rows = query.Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = query.Reason is { } reason ? rows.Where(row => row.Reason == reason) : rows;
        rows = query.TransactionId is { } transaction ? rows.Where(row => row.TransactionId == transaction) : rows;
        rows = query.CardId is { } card ? rows.Where(row => row.CardId == card) : rows;
        if (query.Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            rows = rows.Where(row => row.Mode == mode);
        }

        return rows;
    }
}
