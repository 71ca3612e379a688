using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Controls;

// Changes the controls of a card. The change applies to the next purchase, since decisions take the same lock.
internal sealed class ControlChanges(UnitOfWork unit, StoredCards cards, IAudit audit)
{
    /// <param name="card">The card's id.</param>
    /// <param name="change">Returns the new controls or a refusal.</param>
    /// <returns>The card, its controls and their usage; or the refusal.</returns>
    public async ValueTask<Result<Controlled>> Change(string card, Func<CardControls, Usage, Result<CardControls>> change)
    {
        var taken = await cards.TakeUncancelled(card, "get other limits, rules or automatic cancellation");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var stored = await unit.ControlsOf(card);
        var current = stored.Controls();
        var changed = change(current, stored.Usage());
        if (changed.Refused(out refusal))
        {
            return refusal;
        }

        if (changed.Value != current)
        {
            await unit.SaveControls(ControlRow.Of(card, changed.Value, stored.Usage()));
            taken.Value.UpdatedAt = unit.Now;
            foreach (var (action, changes) in ControlAudit.Between(current, changed.Value))
            {
                await audit.Record(action, card, taken.Value.Mode, changes);
            }
        }

        return new Controlled(taken.Value, changed.Value, stored.Usage());
    }

    public readonly record struct Controlled(Card Card, CardControls Controls, Usage Usage);
}
