using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Money moves between the treasury and a card.</summary>
internal static class CardMoney
{
    private const int AllPercent = 25;

    public static async Task<bool> Load(Run run)
    {
        if (Cards.Any(run) is not { } card)
        {
            return false;
        }

        var treasury = Account.Available(card.Mode, card.Owner.Id);
        var there = run.World.Books.Of(treasury);
        var amount = run.Dice.Chance(60) ? run.Dice.Amount(Money.Dollar, 100 * Money.Dollar) : run.Dice.Around(there / 4);
        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = amount < Money.Dollar ? Prediction.AmountTooSmall
            : stranger is not null ? Prediction.NotFound
            : card.Status == Card.Cancelled ? Prediction.ConflictState
            : amount + Money.RailFee(amount) > there ? Prediction.TreasuryTooSmall
            : Prediction.Ok;
        var answer = await run.Caller.Post(
            stranger ?? card.Owner, $"/v1/cards/{card.Id}/load", new { amount_usd = Money.Wire(amount) }, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Load(card, amount);
            Prediction.Amount(answer, "loaded_usd", amount);
            Prediction.Amount(answer, "rail_fee_usd", Money.RailFee(amount));
            Prediction.Amount(answer, "new_card_balance_usd", run.World.Books.Of(card.Available));
            Prediction.Amount(answer, "new_treasury_balance_usd", run.World.Books.Of(treasury));
        }

        return true;
    }

    public static async Task<bool> Unload(Run run)
    {
        if (Cards.Any(run) is not { } card)
        {
            return false;
        }

        var there = run.World.Books.Of(card.Available);
        var isAll = run.Dice.Chance(AllPercent);
        var amount = isAll ? there : run.Dice.Around(there);
        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound
            : card.Status == Card.Cancelled ? Prediction.ConflictState
            : amount > there || amount == 0 ? Prediction.CardTooSmall
            : Prediction.Ok;
        var answer = await run.Caller.Post(
            stranger ?? card.Owner, $"/v1/cards/{card.Id}/unload", isAll ? null : new { amount_usd = Money.Wire(amount) }, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Unload(card, amount);
            Prediction.Amount(answer, "unloaded_usd", amount);
            Prediction.Amount(answer, "new_card_balance_usd", run.World.Books.Of(card.Available));
            Prediction.Amount(answer, "new_treasury_balance_usd", run.World.Books.Of(Account.Available(card.Mode, card.Owner.Id)));
        }

        return true;
    }
}
