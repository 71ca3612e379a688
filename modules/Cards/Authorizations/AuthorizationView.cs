using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Converts a purchase to its resource.
internal static class AuthorizationView
{
    // The bound of the resource; list_transactions pages through all of them.
    private const int TransactionsMax = 100;

    /// <param name="root">The first row of the purchase.</param>
    /// <param name="rows">All rows of the purchase, oldest first.</param>
    /// <param name="hold">The purchase's hold; null if it never had one.</param>
    /// <param name="isListed">Whether the resource is part of a list, which shows no transactions.</param>
    public static V1.Authorization Show(CardTransaction root, IReadOnlyList<CardTransaction> rows, Hold? hold, bool isListed)
    {
        var captured = rows.Where(IsCapture).ToList();
        var status = StatusOf(root, rows, captured.Count > 0);
        return new()
        {
            Id = root.AuthorizationId!,
            CreatedAt = root.CreatedAt,
            UpdatedAt = rows[^1].CreatedAt,
            Mode = root.Mode.Text(),
            CardId = root.CardId,
            Status = status,
            AuthorizedUsd = Sum(rows.Where(row => row.Status == TransactionState.Authorized), row => row.HoldChange),
            CapturedUsd = Sum(captured, row => row.Amount),
            ReversedUsd = Sum(rows.Where(row => row.Status == TransactionState.Reversed), row => row.Amount),
            RefundedUsd = Sum(rows.Where(row => row.Type == TransactionTypes.Refund), row => row.Amount)
                - Sum(rows.Where(row => row.Type == TransactionTypes.RefundReversal), row => row.Amount),
            HeldUsd = Sum(rows, row => row.HoldChange),
            ExpiresAt = status == AuthorizationStatus.Pending ? hold?.ExpiresAt : null,
            Transactions = isListed ? null : [.. rows.Take(TransactionsMax).Select(TransactionView.Show)],
        };
    }

    private static bool IsCapture(CardTransaction row) => row.Type is TransactionTypes.Capture or TransactionTypes.ForceCapture;

    private static string StatusOf(CardTransaction root, IReadOnlyList<CardTransaction> rows, bool isCaptured)
    {
        var last = rows.LastOrDefault(row => row.IsFinal);
        return root.Status == TransactionState.Declined ? AuthorizationStatus.Declined
            : root.Amount == Usd.Zero ? AuthorizationStatus.Closed
            : last is null ? AuthorizationStatus.Pending
            : isCaptured ? AuthorizationStatus.Closed
            : last.Type == TransactionTypes.Expiry ? AuthorizationStatus.Expired
            : AuthorizationStatus.Reversed;
    }

    private static Usd Sum(IEnumerable<CardTransaction> rows, Func<CardTransaction, Usd> amount) =>
        rows.Aggregate(Usd.Zero, (sum, row) => sum + amount(row));
}
