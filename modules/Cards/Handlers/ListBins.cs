using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListBinsHandler : IQueryHandler<ListBins, Result<BinList>>
{
    public ValueTask<Result<BinList>> Handle(ListBins query, CancellationToken cancellationToken)
    {
        var page = Page.Of(BinCatalogue.All, bin => bin.Number, query);
        return page.Refused(out var refusal)
            ? new(refusal)
            : new(new BinList { Data = [.. page.Value.Rows.Select(Show)], HasMore = page.Value.HasMore, NextCursor = page.Value.NextCursor });
    }

    private static V1.Bin Show(Domain.Bin bin) => new()
    {
        Number = bin.Number,
        Name = bin.Name,
        Brand = bin.Brand,
        Type = bin.Type,
        BestFor = bin.BestFor,
        Wallets = bin.Wallets,
        ThreeDsRequiredAboveUsd = bin.ThreeDsRequiredAbove,
    };
}
