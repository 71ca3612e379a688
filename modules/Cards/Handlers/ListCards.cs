using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListCardsHandler(UnitOfWork unit, Call call, StoredCards cards) : IQueryHandler<ListCards, Result<CardList>>
{
    private static readonly Keyset<Domain.Card> Pages = new(Domain.CardId.Prefix, card => card.Id);

    public async ValueTask<Result<CardList>> Handle(ListCards query, CancellationToken cancellationToken)
    {
        var filtered = All()
            .Equal(nameof(Domain.Card.Status), query.Status)
            .Equal(nameof(Domain.Card.Type), query.Type)
            .Equal(nameof(Domain.Card.Bin), query.Bin)
            .Equal(nameof(Domain.Card.Last4), query.Last4)
            .Equal(nameof(Domain.Card.Label), query.Label)
            .Equal(nameof(Domain.Card.Mode), query.Mode);
        var page = await Pages.Read(All, filtered, PageQuery.Of(query));
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new CardList
        {
            Data = await cards.Show(page.Value.Rows),
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private Selection<Domain.Card> All() => unit.Select<Domain.Card>(call.Rows);
}
