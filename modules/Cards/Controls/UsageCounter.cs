using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Controls;

// Counts the usage of cards in the transaction that moves the money. Usage of a replaced card counts on its successor, which has the
// money.
internal sealed class UsageCounter(UnitOfWork unit)
{
    /// <summary>Counts an approved purchase or increment.</summary>
    /// <param name="asked">The decided purchase, with the usage before it.</param>
    /// <param name="amount">The held amount.</param>
    public ValueTask Approve(Authorization asked, Usd amount) => unit.SaveUsage(
        asked.Card.Id, asked.Controls, asked.Usage.Spend(amount, asked.IsPurchase ? 1 : 0, unit.Now));

    /// <summary>Counts a later step of a purchase.</summary>
    /// <param name="card">The locked card.</param>
    /// <param name="change">The change of the held or captured amount; negative for a release.</param>
    /// <param name="purchases">1 for a capture without an authorization, -1 if nothing is left of the purchase, otherwise 0.</param>
    /// <param name="madeAt">The time of the purchase.</param>
    public async ValueTask Adjust(CardFacts card, Usd change, int purchases, DateTimeOffset madeAt)
    {
        if (change == Usd.Zero && purchases == 0)
        {
            return;
        }

        var counted = (card.Successor ?? card).Id;
        var stored = await unit.ControlsOf(counted);
        var usage = change >= Usd.Zero && purchases >= 0
            ? stored.Usage().Spend(change, purchases, unit.Now)
            : stored.Usage().GiveBack(-change, -purchases, madeAt, unit.Now);
        await unit.SaveUsage(counted, stored.Controls(), usage);
    }
}
