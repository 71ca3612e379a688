using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Authorizations;

// Reads purchases. A purchase has no row of its own; it is computed from its transactions.
internal sealed class AuthorizationReader(UnitOfWork unit, Call call, ILedger ledger)
{
    /// <summary>The first rows of the caller's purchases.</summary>
    public async ValueTask<IQueryable<CardTransaction>> Roots() =>
        (await unit.SetOutsideBatch<CardTransaction>()).AsNoTracking().OwnedBy(call.Rows).Where(row => row.Type == TransactionTypes.Authorization);

    /// <summary>The first rows of the caller's purchases with a status.</summary>
    public async ValueTask<IQueryable<CardTransaction>> Roots(string? status)
    {
        var roots = await Roots();

        // The steps include those on a successor of the card. The test for null lets the database use the index.
        var steps = (await unit.SetOutsideBatch<CardTransaction>()).AsNoTracking()
            .OwnedBy(RowFilter.OfAccount(call.Account)).Where(row => row.AuthorizationId != null);
        return status switch
        {
            null => roots,
            AuthorizationStatus.Declined => roots.Where(root => root.Status == TransactionState.Declined),
            AuthorizationStatus.Pending => roots.Where(root => root.Status == TransactionState.Authorized && root.Amount != Usd.Zero
                && !steps.Any(step => step.AuthorizationId == root.AuthorizationId && step.IsFinal)),
            AuthorizationStatus.Closed => roots.Where(root => root.Status == TransactionState.Authorized && (root.Amount == Usd.Zero
                || (steps.Any(step => step.AuthorizationId == root.AuthorizationId && step.IsFinal)
                    && steps.Any(step => step.AuthorizationId == root.AuthorizationId
                        && (step.Type == TransactionTypes.Capture || step.Type == TransactionTypes.ForceCapture))))),
            AuthorizationStatus.Reversed => Released(roots, steps, TransactionTypes.Reversal),
            AuthorizationStatus.Expired => Released(roots, steps, TransactionTypes.Expiry),
            _ => roots.Where(root => false),
        };
    }

    /// <summary>Converts purchases to their resources, in the given order.</summary>
    /// <param name="roots">The first rows of the purchases.</param>
    /// <param name="isListed">Whether the resources are part of a list.</param>
    public async ValueTask<IReadOnlyList<V1.Authorization>> Show(IReadOnlyList<CardTransaction> roots, bool isListed)
    {
        var ids = roots.Select(root => root.AuthorizationId).ToArray();
        var rows = (await (await unit.SetOutsideBatch<CardTransaction>()).AsNoTracking()
                .OwnedBy(RowFilter.OfAccount(call.Account))
                .Where(row => ids.Contains(row.AuthorizationId))
                .OrderBy(row => row.Id).ToListAsync())
            .ToLookup(row => row.AuthorizationId);
        var holds = (await ledger.FindHolds(ids!)).ToDictionary(hold => hold.Id);
        return
        [
            .. roots.Select(root => AuthorizationView.Show(
                root, [.. rows[root.AuthorizationId]], holds.GetValueOrDefault(root.AuthorizationId!), isListed)),
        ];
    }

    private static IQueryable<CardTransaction> Released(IQueryable<CardTransaction> roots, IQueryable<CardTransaction> steps, string type) =>
        roots.Where(root =>
            steps.Any(step => step.AuthorizationId == root.AuthorizationId && step.IsFinal && step.Status == TransactionState.Reversed && step.Type == type)
            && !steps.Any(step => step.AuthorizationId == root.AuthorizationId
                && (step.Type == TransactionTypes.Capture || step.Type == TransactionTypes.ForceCapture)));
}
