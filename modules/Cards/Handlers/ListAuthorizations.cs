using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListAuthorizationsHandler(AuthorizationReader reader) : IQueryHandler<ListAuthorizations, Result<AuthorizationList>>
{
    // The ids of a first row and its purchase are made at the same moment, so pages are ordered by the purchase's id.
    private static readonly Keyset<CardTransaction> Pages = new(AuthorizationId.Prefix, row => row.AuthorizationId!, row => row.CreatedAt);

    public async ValueTask<Result<AuthorizationList>> Handle(ListAuthorizations query, CancellationToken cancellationToken)
    {
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(await reader.Roots(), Filter(await reader.Roots(query.Status), query), asked);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new AuthorizationList
        {
            Data = [.. await reader.Show(page.Value.Rows, isListed: true)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<CardTransaction> Filter(IQueryable<CardTransaction> rows, ListAuthorizations query)
    {
        if (query.CardId is { } card)
        {
            rows = rows.Where(row => row.CardId == card);
        }

        if (query.Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            rows = rows.Where(row => row.Mode == mode);
        }

        return ByPurchase(rows, query);
    }

    private static IQueryable<CardTransaction> ByPurchase(IQueryable<CardTransaction> rows, ListAuthorizations query)
    {
        rows = query.MerchantName is { } name ? rows.Where(row => row.MerchantName == name) : rows;
        rows = query.Mcc is { } mcc ? rows.Where(row => row.Mcc == mcc) : rows;
        rows = query.AmountMin is { } least ? rows.Where(row => row.Amount >= least) : rows;
        return query.AmountMax is { } most ? rows.Where(row => row.Amount <= most) : rows;
    }
}
