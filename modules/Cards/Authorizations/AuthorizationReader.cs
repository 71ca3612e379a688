using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Reads purchases. A purchase has no row of its own; it is computed from its transactions.
internal sealed class AuthorizationReader(UnitOfWork unit, Call call, ILedger ledger)
{
    private static readonly string FinalStep = Step("is_final");
    private static readonly string Captured = Step($"type IN ('{TransactionTypes.Capture}', '{TransactionTypes.ForceCapture}')");

    /// <summary>The first rows of the caller's purchases.</summary>
    public Selection<CardTransaction> Roots() =>
        unit.Select<CardTransaction>(call.Rows).Untracked().Equal(nameof(CardTransaction.Type), TransactionTypes.Authorization);

    /// <summary>The first rows of the caller's purchases with a status.</summary>
    public Selection<CardTransaction> Roots(string? status) => status switch
    {
        null => Roots(),
        AuthorizationStatus.Declined => Roots().Equal(nameof(CardTransaction.Status), TransactionState.Declined),
        AuthorizationStatus.Pending => Roots().Where($"status = '{TransactionState.Authorized}' AND amount <> 0 AND NOT {FinalStep}"),
        AuthorizationStatus.Closed => Roots().Where($"status = '{TransactionState.Authorized}' AND (amount = 0 OR ({FinalStep} AND {Captured}))"),
        AuthorizationStatus.Reversed => Released(TransactionTypes.Reversal),
        AuthorizationStatus.Expired => Released(TransactionTypes.Expiry),
        _ => Roots().Where("FALSE"),
    };

    /// <summary>Converts purchases to their resources, in the given order.</summary>
    /// <param name="roots">The first rows of the purchases.</param>
    /// <param name="isListed">Whether the resources are part of a list.</param>
    public async ValueTask<IReadOnlyList<V1.Authorization>> Show(IReadOnlyList<CardTransaction> roots, bool isListed)
    {
        var ids = roots.Select(root => root.AuthorizationId).ToArray();
        var rows = (await unit.Select<CardTransaction>(RowFilter.OfAccount(call.Account)).Untracked()
                .OneOf(nameof(CardTransaction.AuthorizationId), ids!).ToList())
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .ToLookup(row => row.AuthorizationId);
        var holds = (await ledger.FindHolds(ids!)).ToDictionary(hold => hold.Id);
        return
        [
            .. roots.Select(root => AuthorizationView.Show(
                root, [.. rows[root.AuthorizationId]], holds.GetValueOrDefault(root.AuthorizationId!), isListed)),
        ];
    }

    private Selection<CardTransaction> Released(string type) =>
        Roots().Where($"{Step($"is_final AND step.status = '{TransactionState.Reversed}' AND step.type = '{type}'")} AND NOT {Captured}");

    // The steps include those on a successor of the card. The test for null lets the database use the index.
    private static string Step(string condition) =>
        $"""
         EXISTS (SELECT 1 FROM cards_transaction AS step WHERE step.account_id = cards_transaction.account_id
             AND step.authorization_id = cards_transaction.authorization_id AND step.authorization_id IS NOT NULL AND step.{condition})
         """;
}
