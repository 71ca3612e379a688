using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListDisputesHandler(UnitOfWork unit, Call call) : IQueryHandler<ListDisputes, Result<DisputeList>>
{
    private static readonly Keyset<Domain.Dispute> Pages = new(Domain.DisputeId.Prefix, row => row.Id, amount: nameof(Domain.Dispute.Amount));

    public async ValueTask<Result<DisputeList>> Handle(ListDisputes query, CancellationToken cancellationToken)
    {
        var filtered = All()
            .Equal(nameof(Domain.Dispute.Status), query.Status)
            .Equal(nameof(Domain.Dispute.Reason), query.Reason)
            .Equal(nameof(Domain.Dispute.TransactionId), query.TransactionId)
            .Equal(nameof(Domain.Dispute.CardId), query.CardId)
            .Equal(nameof(Domain.Dispute.Mode), query.Mode);
        var page = await Pages.Read(All, filtered, PageQuery.Of(query));
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

    private Selection<Domain.Dispute> All() => unit.Select<Domain.Dispute>(call.Rows);
}
