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
    private static readonly Keyset<CardTransaction> Pages = new(AuthorizationId.Prefix, row => row.AuthorizationId!, nameof(CardTransaction.AuthorizationId));

    public async ValueTask<Result<AuthorizationList>> Handle(ListAuthorizations query, CancellationToken cancellationToken)
    {
        var filtered = reader.Roots(query.Status)
            .Equal(nameof(CardTransaction.CardId), query.CardId)
            .Equal(nameof(CardTransaction.Mode), query.Mode)
            .Equal(nameof(CardTransaction.MerchantName), query.MerchantName)
            .Equal(nameof(CardTransaction.Mcc), query.Mcc)
            .AtLeast(nameof(CardTransaction.Amount), query.AmountMin)
            .AtMost(nameof(CardTransaction.Amount), query.AmountMax);
        var page = await Pages.Read(reader.Roots, filtered, PageQuery.Of(query));
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
}
