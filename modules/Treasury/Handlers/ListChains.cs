using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListChainsHandler(ChainCatalog catalog) : IQueryHandler<ListChains, Result<ChainList>>
{
    public ValueTask<Result<ChainList>> Handle(ListChains query, CancellationToken cancellationToken)
    {
        var page = Page.Of(catalog.All, chain => chain.Key, query);
        return page.Refused(out var refusal)
            ? new(refusal)
            : new(new ChainList { Data = [.. page.Value.Rows.Select(View)], HasMore = page.Value.HasMore, NextCursor = page.Value.NextCursor });
    }

    private static V1.Chain View(Chains.Chain chain) => new()
    {
        Name = chain.Key,
        DisplayName = chain.Name,
        Assets =
        [
            new ChainAsset
            {
                Asset = chain.Token.Asset,
                DisplayName = chain.Token.Name,
                ContractAddress = chain.Token.ContractAddress,
                Decimals = chain.Token.Decimals,
            },
        ],
        RequiredConfirmations = chain.RequiredConfirmations,
        MinimumTopupUsd = Domain.Topup.Minimum,
    };
}
