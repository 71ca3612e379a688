using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Controls;

// Counts what a card is used for, in the transaction that moves the money. What a replaced card still spends or gets back counts on the
// card that has its money.
internal sealed class UsageCounter(UnitOfWork unit)
{
    /// <summary>An approved purchase, or more of one.</summary>
    /// <param name="asked">What was decided; its usage is what there was before.</param>
    /// <param name="amount">What is held.</param>
    public ValueTask Approve(Authorization asked, Usd amount) => unit.SaveUsage(
        asked.Card.Id, asked.Controls, asked.Usage.Spend(amount, asked.IsPurchase ? 1 : 0, unit.Now));

    /// <summary>What a later step of a purchase changes about what was spent on it.</summary>
    /// <param name="card">The card, locked.</param>
    /// <param name="change">What more is held or captured now; negative for what came back.</param>
    /// <param name="purchases">1 for a purchase that nobody asked for before, -1 when nothing is left of one, else 0.</param>
    /// <param name="madeAt">When the purchase was made.</param>
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
