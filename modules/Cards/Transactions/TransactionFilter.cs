using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Transactions;

// The filters of list_transactions and list_card_transactions.
internal sealed record TransactionFilter
{
    private static readonly Keyset<CardTransaction> Pages =
        new(TransactionId.Prefix, row => row.Id, row => row.CreatedAt, row => row.Amount);

    public string? Status { get; init; }

    public string? CardId { get; init; }

    public string? Mcc { get; init; }

    public string? MerchantName { get; init; }

    public Usd? AmountMin { get; init; }

    public Usd? AmountMax { get; init; }

    public string? AuthorizationId { get; init; }

    public string? Mode { get; init; }

    public string? Type { get; init; }

    public string? NetworkReference { get; init; }

    /// <param name="all">The list that the cursor belongs to.</param>
    /// <param name="query">The requested page.</param>
    public async ValueTask<Result<TransactionList>> Read(IQueryable<CardTransaction> all, PageQuery query)
    {
        var page = await Pages.Read(all, ByAmount(ByText(all)), query);
        if (page.Refused(out var refusal))
        {
            return refusal;
        }

        return new TransactionList
        {
            Data = [.. page.Value.Rows.Select(TransactionView.Show)],
            HasMore = page.Value.HasMore,
            NextCursor = page.Value.NextCursor,
        };
    }

    private IQueryable<CardTransaction> ByText(IQueryable<CardTransaction> rows)
    {
        rows = Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = CardId is { } card ? rows.Where(row => row.CardId == card) : rows;
        rows = Mcc is { } mcc ? rows.Where(row => row.Mcc == mcc) : rows;
        rows = MerchantName is { } name ? rows.Where(row => row.MerchantName == name) : rows;
        rows = Type is { } type ? rows.Where(row => row.Type == type) : rows;
        rows = NetworkReference is { } reference ? rows.Where(row => row.NetworkReference == reference) : rows;
        rows = AuthorizationId is { } authorization ? rows.Where(row => row.AuthorizationId == authorization) : rows;
        if (Mode is { } text)
        {
            var mode = ModeText.Parse(text);
            rows = rows.Where(row => row.Mode == mode);
        }

        return rows;
    }

    private IQueryable<CardTransaction> ByAmount(IQueryable<CardTransaction> rows)
    {
        rows = AmountMin is { } least ? rows.Where(row => row.Amount >= least) : rows;
        return AmountMax is { } most ? rows.Where(row => row.Amount <= most) : rows;
    }
}
