using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListCardsHandler(UnitOfWork unit, Call call, StoredCards cards) : IQueryHandler<ListCards, Result<CardList>>
{
    private static readonly Keyset<Domain.Card> Pages = new(Domain.CardId.Prefix, card => card.Id, card => card.CreatedAt);

    public async ValueTask<Result<CardList>> Handle(ListCards query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<Domain.Card>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, Filter(all, query), asked);
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

    private static IQueryable<Domain.Card> Filter(IQueryable<Domain.Card> cards, ListCards query)
    {
        if (query.Status is { } status)
        {
            cards = cards.Where(card => card.Status == status);
        }

        if (query.Type is { } type)
        {
            cards = cards.Where(card => card.Type == type);
        }

        if (query.Bin is { } bin)
        {
            cards = cards.Where(card => card.Bin == bin);
        }

        if (query.Last4 is { } last4)
        {
            cards = cards.Where(card => card.Last4 == last4);
        }

        if (query.Label is { } label)
        {
            cards = cards.Where(card => card.Label == label);
        }

        if (query.Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            cards = cards.Where(card => card.Mode == mode);
        }

        return cards;
    }
}
