using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Transactions;

// The filters of list_transactions and list_card_transactions.
internal sealed record TransactionFilter
{
    private static readonly Keyset<CardTransaction> Pages =
        new(TransactionId.Prefix, row => row.Id, amount: nameof(CardTransaction.Amount));

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
    public async ValueTask<Result<TransactionList>> Read(Func<Selection<CardTransaction>> all, PageQuery query)
    {
        var page = await Pages.Read(all, Filter(all()), query);
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

    private Selection<CardTransaction> Filter(Selection<CardTransaction> rows) => rows
        .Equal(nameof(CardTransaction.Status), Status)
        .Equal(nameof(CardTransaction.CardId), CardId)
        .Equal(nameof(CardTransaction.Mcc), Mcc)
        .Equal(nameof(CardTransaction.MerchantName), MerchantName)
        .Equal(nameof(CardTransaction.Type), Type)
        .Equal(nameof(CardTransaction.NetworkReference), NetworkReference)
        .Equal(nameof(CardTransaction.AuthorizationId), AuthorizationId)
        .Equal(nameof(CardTransaction.Mode), Mode)
        .AtLeast(nameof(CardTransaction.Amount), AmountMin)
        .AtMost(nameof(CardTransaction.Amount), AmountMax);
}
