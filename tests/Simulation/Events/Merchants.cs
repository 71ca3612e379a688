using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Force posts, refunds and reversals of refunds.</summary>
internal static class Merchants
{
    private const int LinkedPercent = 70;
    private const int AllPercent = 30;
    private const int MostKept = 30;

    public static async Task<bool> ForceCapture(Run run)
    {
        if (Cards.Any(run) is not { } card)
        {
            return false;
        }

        var amount = run.Dice.Amount(Money.Cent, 60 * Money.Dollar);
        var stranger = Accounts.Stranger(run, card.Owner);
        var body = new { card_id = card.Id, amount_usd = Money.Wire(amount), merchant = new { name = "Airline", mcc = "4511" } };
        var answer = await run.Caller.Post(
            stranger ?? card.Owner, "/v1/simulate/force_captures", body, stranger is null ? Prediction.Created : Prediction.NotFound);
        if (stranger is null)
        {
            Assert.Equal(("captured", "force_capture", ""), (answer["status"], answer["type"], answer["authorization_id"]));
            run.World.TakeForced(card, amount);
            card.Captured += amount;
            Keep(card.Owner, answer["id"], card, amount);
        }

        return true;
    }

    public static async Task<bool> Refund(Run run)
    {
        if (Cards.Any(run) is not { } card)
        {
            return false;
        }

        var all = card.Owner.Captures;
        var capture = all.Count > 0 && run.Dice.Chance(LinkedPercent) ? run.Dice.Pick(all) : null;
        var left = capture is null ? 0 : capture.Left;
        var isAll = capture is not null && run.Dice.Chance(AllPercent);
        var amount = isAll ? left : capture is null ? run.Dice.Amount(Money.Cent, 30 * Money.Dollar) : run.Dice.Around(left);
        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound
            : capture is not null && (amount > left || amount == 0) ? Prediction.RefundExceedsCapture
            : Prediction.Created;
        var answer = await run.Caller.Post(stranger ?? card.Owner, "/v1/simulate/refunds", Body(card, capture, isAll ? 0 : amount), prediction);
        if (!prediction.IsRefusal)
        {
            Prediction.Amount(answer, "amount_usd", amount);
            Assert.Equal((capture?.Id ?? "", "refund", "refunded"), (answer["parent_id"], answer["type"], answer["status"]));
            Give(run, capture?.Card ?? card, capture, amount, answer["id"]);
        }

        return true;
    }

    public static async Task<bool> TakeBack(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.MerchantRefunds.Count == 0)
        {
            return false;
        }

        var refund = run.Dice.Pick(customer.MerchantRefunds);
        var stranger = Accounts.Stranger(run, customer);
        var prediction = stranger is not null ? Prediction.NotFound : refund.IsTakenBack ? Prediction.ConflictState : Prediction.Created;
        var answer = await run.Caller.Post(stranger ?? customer, $"/v1/simulate/refunds/{refund.Id}/reverse", null, prediction);
        if (!prediction.IsRefusal)
        {
            Assert.Equal(("captured", "refund_reversal"), (answer["status"], answer["type"]));
            refund.IsTakenBack = true;
            if (refund.Of is { } capture)
            {
                capture.Refunded -= refund.Amount;
            }

            run.World.TakeForced(refund.Card, refund.Amount);
        }

        return true;
    }

    /// <summary>Keeps a capture for refunds and disputes; old ones are dropped.</summary>
    public static void Keep(Customer owner, string id, Card card, long amount)
    {
        owner.Captures.Add(new Captured { Id = id, Card = card, Amount = amount });
        if (owner.Captures.Count > MostKept && owner.Captures.Find(old => old.Disputed is null) is { } forgotten)
        {
            owner.Captures.Remove(forgotten);
        }
    }

    private static void Give(Run run, Card card, Captured? capture, long amount, string id)
    {
        run.World.Refund(card, amount);
        if (capture is not null)
        {
            capture.Refunded += amount;
            run.World.Return(capture, amount);
        }

        card.Owner.MerchantRefunds.Add(new MerchantRefund { Id = id, Card = card, Of = capture, Amount = amount });
        if (card.Owner.MerchantRefunds.Count > MostKept)
        {
            card.Owner.MerchantRefunds.RemoveAt(0);
        }
    }

    private static object Body(Card card, Captured? capture, long amount) => (capture, amount) switch
    {
        (null, _) => new { card_id = card.Id, amount_usd = Money.Wire(amount), merchant = new { name = "Shop", mcc = "5411" } },
        (_, 0) => new { transaction_id = capture.Id },
        _ => new { transaction_id = capture.Id, amount_usd = Money.Wire(amount) },
    };
}
