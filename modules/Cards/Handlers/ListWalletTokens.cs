using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Wallets;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListWalletTokensHandler(UnitOfWork unit, StoredCards cards) : IQueryHandler<ListWalletTokens, Result<WalletTokenList>>
{
    private static readonly Keyset<Domain.WalletToken> Pages = new(WalletTokenId.Prefix, token => token.Id);

    public async ValueTask<Result<WalletTokenList>> Handle(ListWalletTokens query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var status = found.Value.Status;
        var page = await Pages.Read(All, Filter(All(), query, status), PageQuery.Of(query));
        return page.Refused(out refusal) ? refusal : new WalletTokenList
        {
            Data = [.. page.Value.Rows.Select(token => StoredWalletTokens.Show(token, status))],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };

        Selection<Domain.WalletToken> All() => unit.SelectAll<Domain.WalletToken>().Equal(nameof(Domain.WalletToken.CardId), query.CardId);
    }

    private static Selection<Domain.WalletToken> Filter(Selection<Domain.WalletToken> tokens, ListWalletTokens query, string cardStatus)
    {
        tokens = tokens.Equal(nameof(Domain.WalletToken.Wallet), query.Wallet);

        // The status of a token depends on that of its card.
        return query.Status switch
        {
            null => tokens,
            WalletTokenStatus.Removed => cardStatus == CardState.Cancelled ? tokens : tokens.Equal(nameof(Domain.WalletToken.IsRemoved), true),
            WalletTokenStatus.Active when cardStatus == CardState.Active => tokens.Equal(nameof(Domain.WalletToken.IsRemoved), false),
            WalletTokenStatus.Suspended when cardStatus == CardState.Frozen => tokens.Equal(nameof(Domain.WalletToken.IsRemoved), false),
            _ => tokens.Where("FALSE"),
        };
    }
}
