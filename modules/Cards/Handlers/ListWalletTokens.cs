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
    private static readonly Keyset<Domain.WalletToken> Pages = new(WalletTokenId.Prefix, token => token.Id, token => token.CreatedAt);

    public async ValueTask<Result<WalletTokenList>> Handle(ListWalletTokens query, CancellationToken cancellationToken)
    {
        var found = await cards.Find(query.CardId);
        if (found.Refused(out var refusal))
        {
            return refusal;
        }

        var status = found.Value.Status;
        var all = (await unit.SetOutsideBatch<Domain.WalletToken>()).Where(token => token.CardId == query.CardId);
        var asked = PageQuery.Of(query);
        var page = await Pages.Read(all, Filter(all, query, status), asked);
        return page.Refused(out refusal) ? refusal : new WalletTokenList
        {
            Data = [.. page.Value.Rows.Select(token => StoredWalletTokens.Show(token, status))],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private static IQueryable<Domain.WalletToken> Filter(IQueryable<Domain.WalletToken> tokens, ListWalletTokens query, string cardStatus)
    {
        if (query.Wallet is { } wallet)
        {
            tokens = tokens.Where(token => token.Wallet == wallet);
        }

        // The status of a token depends on that of its card.
        return query.Status switch
        {
            null => tokens,
            WalletTokenStatus.Removed => cardStatus == CardState.Cancelled ? tokens : tokens.Where(token => token.IsRemoved),
            WalletTokenStatus.Active when cardStatus == CardState.Active => tokens.Where(token => !token.IsRemoved),
            WalletTokenStatus.Suspended when cardStatus == CardState.Frozen => tokens.Where(token => !token.IsRemoved),
            _ => tokens.Where(token => false),
        };
    }
}
