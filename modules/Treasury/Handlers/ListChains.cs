using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.V1;
using Mediator;
using Chain = Cryptocardium.Treasury.Chains.Chain;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListChainsHandler(ChainCatalogue catalogue) : IQueryHandler<ListChains, Result<ChainList>>
{
    private const int DefaultLimit = 100;

    public ValueTask<Result<ChainList>> Handle(ListChains query, CancellationToken cancellationToken)
    {
        if (query.Cursor is { } cursor && catalogue.Find(cursor) is null)
        {
            return new(new Error(Errors.InvalidCursor) { Param = "cursor" });
        }

        var rest = catalogue.All.Where(chain => query.Cursor is null || string.CompareOrdinal(chain.Key, query.Cursor) > 0).ToList();
        var page = rest.Take(query.Limit ?? DefaultLimit).ToList();
        var hasMore = page.Count < rest.Count;
        return new(new ChainList
        {
            Data = [.. page.Select(View)],
            HasMore = hasMore,
            NextCursor = hasMore ? page[^1].Key : null,
        });
    }

    private static ChainEntry View(Chain chain) => new()
    {
        Chain = chain.Key,
        Name = chain.Name,
        Assets =
        [
            new ChainAsset
            {
                Asset = chain.Token.Asset,
                Name = chain.Token.Name,
                ContractAddress = chain.Token.ContractAddress,
                Decimals = chain.Token.Decimals,
            },
        ],
        RequiredConfirmations = chain.RequiredConfirmations,
        MinimumTopupUsd = Domain.Topup.Minimum,
    };
}
