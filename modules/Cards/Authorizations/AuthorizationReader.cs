using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Authorizations;

// Purchases as a whole: nothing of it is stored, all of it follows from the transactions.
internal sealed class AuthorizationReader(UnitOfWork unit, Call call, ILedger ledger)
{
    /// <summary>The rows that the caller's purchases began with.</summary>
    public async ValueTask<IQueryable<CardTransaction>> Roots() =>
        (await unit.Set<CardTransaction>()).AsNoTracking().OwnedBy(call.Rows).Where(row => row.Step == Step.Authorization);

    /// <summary>Purchases that have come as far as a status says.</summary>
    public async ValueTask<IQueryable<CardTransaction>> Roots(string? status)
    {
        var roots = await Roots();

        // All steps of a purchase count, those on the card that replaced its card too. The test for null lets the index be used.
        var steps = (await unit.Set<CardTransaction>()).AsNoTracking()
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
                        && (step.Step == Step.Capture || step.Step == Step.ForcedCapture))))),
            AuthorizationStatus.Reversed => Released(roots, steps, ReversalReason.Merchant),
            AuthorizationStatus.Expired => Released(roots, steps, ReversalReason.Expired),
            _ => roots.Where(root => false),
        };
    }

    /// <summary>Purchases as the contract shows them, in the order given.</summary>
    public async ValueTask<IReadOnlyList<V1.Authorization>> Show(IReadOnlyList<CardTransaction> roots)
    {
        var ids = roots.Select(root => root.AuthorizationId).ToArray();
        var rows = (await (await unit.Set<CardTransaction>()).AsNoTracking()
                .OwnedBy(RowFilter.OfAccount(call.Account))
                .Where(row => ids.Contains(row.AuthorizationId))
                .OrderBy(row => row.Id).ToListAsync())
            .ToLookup(row => row.AuthorizationId);
        var holds = (await ledger.FindHolds(ids!)).ToDictionary(hold => hold.Id);
        return [.. roots.Select(root => AuthorizationView.Show(root, [.. rows[root.AuthorizationId]], holds.GetValueOrDefault(root.AuthorizationId!)))];
    }

    private static IQueryable<CardTransaction> Released(IQueryable<CardTransaction> roots, IQueryable<CardTransaction> steps, string reason) =>
        roots.Where(root =>
            steps.Any(step => step.AuthorizationId == root.AuthorizationId && step.IsFinal && step.ReversalReason == reason)
            && !steps.Any(step => step.AuthorizationId == root.AuthorizationId
                && (step.Step == Step.Capture || step.Step == Step.ForcedCapture)));
}
