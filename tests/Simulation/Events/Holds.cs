using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Messages of the network about a purchase between its approval and its capture.</summary>
internal static class Holds
{
    private const int AllPercent = 50;

    public static Task<bool> Reverse(Run run) => Send(run, "reverse", (authorization, amount, isAll) => new Message(
        isAll ? null : new { amount_usd = Money.Wire(amount) },
        authorization.WhyClosed.Length > 0 ? authorization.WhyClosed : amount > authorization.Open ? "amount_invalid" : "",
        "reversed",
        () =>
        {
            run.World.Release(authorization, amount);
            return amount;
        }));

    public static Task<bool> Increment(Run run) => Send(run, "increment", (authorization, amount, _) => new Message(
        new { amount_usd = Money.Wire(amount) },
        authorization.WhyClosed.Length > 0 ? authorization.WhyClosed : Decision.Judge(authorization.Card, amount, isPartialOk: false, run.World).Reason,
        "authorized",
        () =>
        {
            run.World.Increase(authorization, amount);
            return amount;
        }));

    public static Task<bool> Advise(Run run) => Send(run, "advice", (authorization, amount, _) => new Message(
        new { amount_usd = Money.Wire(amount) },
        authorization.WhyClosed.Length > 0 ? authorization.WhyClosed : authorization.Captured > 0 ? "lifecycle_invalid" : "",
        "authorized",
        () => run.World.Adjust(authorization, amount)));

    public static async Task<bool> Expire(Run run)
    {
        if (Purchases.Any(run) is not { } authorization)
        {
            return false;
        }

        var stranger = Accounts.Stranger(run, authorization.Card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound : authorization.Open == 0 ? Prediction.ConflictState : Prediction.Created;
        var answer = await run.Caller.Post(
            stranger ?? authorization.Card.Owner, $"/v1/simulate/authorizations/{authorization.Id}/expire", null, prediction);
        if (!prediction.IsRefusal)
        {
            Prediction.Amount(answer, "amount_usd", authorization.Open);
            Assert.Equal(("expiry", "reversed"), (answer["type"], answer["status"]));
            run.World.Release(authorization, authorization.Open);
        }

        return true;
    }

    private static async Task<bool> Send(Run run, string verb, Func<Authorization, long, bool, Message> draw)
    {
        if (Purchases.Any(run) is not { } authorization)
        {
            return false;
        }

        var isAll = run.Dice.Chance(AllPercent) && authorization.Open > 0;
        var amount = isAll ? authorization.Open : run.Dice.Around(authorization.Open);
        var message = draw(authorization, amount, isAll);
        var stranger = Accounts.Stranger(run, authorization.Card.Owner);
        var answer = await run.Caller.Post(
            stranger ?? authorization.Card.Owner, $"/v1/simulate/authorizations/{authorization.Id}/{verb}", message.Body,
            stranger is null ? Prediction.Created : Prediction.NotFound);
        if (stranger is null)
        {
            Assert.Equal(
                (verb == "reverse" ? "reversal" : verb, message.Decline.Length > 0 ? "declined" : message.Status, message.Decline),
                (answer["type"], answer["status"], answer["decline_reason"]));
            Prediction.Amount(answer, "amount_usd", message.Decline.Length > 0 ? amount : message.Apply());
        }

        return true;
    }

    private sealed record Message(object? Body, string Decline, string Status, Func<long> Apply);
}
