using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class RevealPanHandler(UnitOfWork unit, StoredCards cards, Vault vault, IAudit audit, RevealLimits limits)
    : ICommandHandler<RevealPan, Result<CardPan>>
{
    public async ValueTask<Result<CardPan>> Handle(RevealPan command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be revealed");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        await unit.LockReveals(taken.Value.AccountId);
        var latest = await audit.Latest(AuditActions.CardPanRevealed, unit.Now - RevealLimits.Window, limits.PerAccount);
        if (limits.Refusal(taken.Value.Id, latest, unit.Now) is { } tooMany)
        {
            return tooMany;
        }

        var pan = await vault.Open(taken.Value.Id);
        var expiry = Expiry.Text(taken.Value.ExpiresAt);
        return new CardPan
        {
            Pan = Pan.Grouped(pan).Reveal(),
            PanCompact = pan.Reveal(),
            Cvv = vault.Cvv(pan, expiry).Reveal(),
            ExpiresAt = expiry,
            AuditId = (await audit.Record(AuditActions.CardPanRevealed, taken.Value.Id, taken.Value.Mode)).Value,
        };
    }
}
