using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ListBinsHandler : IQueryHandler<ListBins, Result<BinList>>
{
    private const int DefaultLimit = 100;

    public ValueTask<Result<BinList>> Handle(ListBins query, CancellationToken cancellationToken)
    {
        if (query.Cursor is { } cursor && BinCatalogue.Find(cursor) is null)
        {
            return new(new Error(Errors.InvalidCursor) { Param = "cursor" });
        }

        var rest = BinCatalogue.All.Where(bin => string.CompareOrdinal(bin.Number, query.Cursor) > 0).ToList();
        var page = rest.Take(query.Limit ?? DefaultLimit).Select(Show).ToList();
        var hasMore = page.Count < rest.Count;
        return new(new BinList { Data = page, HasMore = hasMore, NextCursor = hasMore ? page[^1].Bin : null });
    }

    private static BinEntry Show(Bin bin) => new()
    {
        Bin = bin.Number,
        Name = bin.Name,
        Brand = bin.Brand,
        Type = bin.Type,
        BestFor = bin.BestFor,
        Wallets = bin.Wallets,
        ThreeDs = bin.ThreeDs,
    };
}
