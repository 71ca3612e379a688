using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Releases holds whose captures did not arrive in time. One hold per command: a transaction that locks two cards could deadlock with
// another one.
internal sealed record ExpireHolds : ICommand<Result<bool>>
{
    public static readonly Job Job = new(
        "expire_holds", TimeSpan.FromSeconds(5), static async (sender, token) => (await sender.Send(new ExpireHolds(), token)).Value);
}

internal sealed class ExpireHoldsHandler(UnitOfWork unit, ILedger ledger, Purchases purchases, Releaser releaser)
    : ICommandHandler<ExpireHolds, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(ExpireHolds command, CancellationToken cancellationToken)
    {
        if (await ledger.FindOverdueHold(unit.Now) is not { } overdue)
        {
            return false;
        }

        // A hold has the id of its purchase. Another node may have released it already.
        var root = await unit.FindAuthorization(RowFilter.OfAccount(overdue.Owner), overdue.Id)
            ?? throw new InvalidOperationException($"Hold {overdue.Id} has no purchase.");
        if (await purchases.Take(root) is { } purchase && purchase.Open > Usd.Zero && purchase.Hold!.ExpiresAt <= unit.Now)
        {
            await releaser.Expire(purchase);
        }

        return true;
    }
}
