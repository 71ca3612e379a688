using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Authorizations and captures.</summary>
internal static class Purchases
{
    private const int OpenPercent = 92;
    private const int FinalPercent = 70;
    private const int MostOpen = 40;

    private static readonly string[] Categories = ["7372", "5411", "5812", "7011", "3504", "7513"];

    public static async Task<bool> Authorize(Run run)
    {
        if (Cards.Any(run) is not { } card)
        {
            return false;
        }

        var purchase = Draw(run.Dice, card, run.World.Books.Of(card.Available));
        if (Accounts.Stranger(run, card.Owner) is { } stranger)
        {
            await run.Caller.Post(stranger, "/v1/simulate/authorizations", Body(purchase), Prediction.NotFound);
            return true;
        }

        var decision = Decision.Of(purchase, run.World);
        var answer = await run.Caller.Post(card.Owner, "/v1/simulate/authorizations", Body(purchase), Prediction.Created);
        var isCaptured = purchase.IsCapturedAtOnce && decision.Held > 0;
        // A capture is a transaction of its own with code 00, also after a partial approval.
        Assert.Equal((isCaptured ? "00" : decision.Code, decision.Reason), (answer["auth_response_code"], answer["decline_reason"]));
        Assert.Equal(decision.IsDeclined ? "declined" : isCaptured ? "captured" : "authorized", answer["status"]);
        Prediction.Amount(answer, "amount_usd", decision.Held > 0 ? decision.Held : purchase.Amount);
        if (decision.Held > 0)
        {
            var authorization = new Authorization
            {
                Id = answer["authorization_id"],
                Card = card,
                Mcc = purchase.Mcc,
                Open = decision.Held,
                Authorized = decision.Held,
                ExpiresAt = run.World.Now + HoldRules.Window(card, purchase.Mcc),
            };
            run.World.Hold(card, decision.Held);
            Keep(run, authorization);
            if (isCaptured)
            {
                run.World.Capture(authorization, decision.Held, final: true);
                Merchants.Keep(card.Owner, answer["id"], card, decision.Held);
            }
        }

        return true;
    }

    public static async Task<bool> Capture(Run run)
    {
        if (Any(run) is not { } authorization)
        {
            return false;
        }

        var dice = run.Dice;
        var open = authorization.Open;
        var isAll = dice.Chance(30);
        // Sometimes a capture far exceeds all balances and leaves a debt.
        // Without an amount a capture takes the hold, or the amount released before it.
        var amount = isAll ? (open > 0 ? open : authorization.Authorized - authorization.Captured) : dice.Chance(4) ? open + dice.Amount(Money.Cent, 3_000 * Money.Dollar) : dice.Around(open);
        var final = dice.Chance(FinalPercent);
        var stranger = Accounts.Stranger(run, authorization.Card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound
            : authorization.IsOver || amount <= 0 ? Prediction.ConflictState
            : Prediction.Created;
        var answer = await run.Caller.Post(
            stranger ?? authorization.Card.Owner, $"/v1/simulate/authorizations/{authorization.Id}/capture",
            isAll ? new { final } : new { amount_usd = Money.Wire(amount), final }, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Capture(authorization, amount, final);
            Merchants.Keep(authorization.Card.Owner, answer["id"], authorization.Card, amount);
            Prediction.Amount(answer, "amount_usd", amount);
            Assert.Equal(open > 0 && amount > open ? Money.Text(amount - open) : "", answer["overcapture_usd"]);
            Assert.Equal(open > 0 ? "capture" : "force_capture", answer["type"]);
        }

        return true;
    }

    private static Purchase Draw(Dice dice, Card card, long there)
    {
        var amount = dice.Chance(2) ? 0 : dice.Chance(75) ? dice.Amount(Money.Cent, 40 * Money.Dollar) : dice.Around(there);
        // Few references, so that some repeat within a day and after it.
        var reference = dice.Chance(15) ? $"ref-{dice.Below(20)}" : null;
        return new Purchase(card, amount, dice.Pick(Categories), reference, dice.Chance(20), dice.Chance(10));
    }

    private static Dictionary<string, object> Body(Purchase purchase)
    {
        var merchant = new { name = "OpenAI", mcc = purchase.Mcc };
        var body = new Dictionary<string, object>
        {
            ["card_id"] = purchase.Card.Id,
            ["amount_usd"] = Money.Wire(purchase.Amount),
            ["merchant"] = merchant,
            ["partial_approval_supported"] = purchase.IsPartialOk,
            ["auto_capture"] = purchase.IsCapturedAtOnce,
        };
        if (purchase.Reference is not null)
        {
            body["network_reference"] = purchase.Reference;
        }

        return body;
    }

    // Closed authorizations are dropped after a while; open ones never.
    private static void Keep(Run run, Authorization authorization)
    {
        var all = authorization.Card.Owner.Authorizations;
        all.Add(authorization);
        if (all.Count > MostOpen && all.Find(old => old.Open == 0) is { } closed)
        {
            all.Remove(closed);
        }
    }

    /// <summary>A random purchase, mostly one with a hold.</summary>
    public static Authorization? Any(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.Authorizations.Count == 0)
        {
            return null;
        }

        var open = customer.Authorizations.FindAll(authorization => authorization.Open > 0);
        return run.Dice.Pick(open.Count > 0 && run.Dice.Chance(OpenPercent) ? open : customer.Authorizations);
    }
}
