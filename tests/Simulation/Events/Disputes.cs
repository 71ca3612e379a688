using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Disputes are filed, advanced and decided.</summary>
internal static class Disputes
{
    private const int PartPercent = 40;
    private const int FittingPercent = 80;

    private static readonly string[] Reasons = ["duplicate", "not_received", "fraud", "not_as_described", "cancelled_subscription", "other"];

    public static async Task<bool> File(Run run)
    {
        if (Accounts.Any(run) is not { Captures.Count: > 0 } customer)
        {
            return false;
        }

        var dice = run.Dice;
        var capture = dice.Pick(customer.Captures);
        long? asked = dice.Chance(PartPercent) ? Math.Max(Money.Cent, dice.Around(capture.Left)) : null;
        var stranger = Accounts.Stranger(run, customer);
        var prediction = stranger is not null ? Prediction.NotFound
            : capture.Disputed is not null ? Prediction.DisputeOpen
            : capture.Refunded == capture.Amount ? Prediction.TransactionRefunded
            : capture.Left == 0 || asked > capture.Left ? Prediction.DisputeTooLarge
            : Prediction.Created;
        var answer = await run.Caller.Post(stranger ?? customer, "/v1/disputes", Body(capture, asked, dice.Pick(Reasons)), prediction);
        if (!prediction.IsRefusal)
        {
            var dispute = run.World.File(capture, answer["id"], asked ?? capture.Left);
            customer.Disputes.Add(dispute);
            Fits(answer, dispute);
        }

        return true;
    }

    public static async Task<bool> Act(Run run)
    {
        if (Any(run) is not { } dispute)
        {
            return false;
        }

        var names = DisputeRules.Names;
        string[] fitting = [.. names.Where(dispute.Takes)];
        var action = run.Dice.Pick<string>(fitting.Length > 0 && run.Dice.Chance(FittingPercent) ? fitting : [.. names]);
        var prediction = dispute.Takes(action) ? Prediction.Ok : Prediction.ConflictState;
        var answer = await run.Caller.Post(
            dispute.About.Card.Owner, $"/v1/simulate/disputes/{dispute.Id}/action", new { action }, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Act(dispute, action);
            Fits(answer, dispute);
        }

        return true;
    }

    public static async Task<bool> Withdraw(Run run)
    {
        if (Any(run) is not { } dispute)
        {
            return false;
        }

        var prediction = dispute.IsOpen ? Prediction.Ok : Prediction.ConflictState;
        var answer = await run.Caller.Post(dispute.About.Card.Owner, $"/v1/disputes/{dispute.Id}/withdraw", null, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Withdraw(dispute);
            Fits(answer, dispute);
        }

        return true;
    }

    /// <summary>Compares a dispute in a response with the model.</summary>
    public static void Fits(Answer answer, Dispute dispute)
    {
        Assert.Equal((dispute.Status, dispute.Stage), (answer["status"], answer["stage"]));
        Prediction.Amount(answer, "amount_usd", dispute.Amount);
        Prediction.Amount(answer, "provisional_credit_usd", dispute.Locked);
        Assert.Equal(dispute.Brought is { } brought ? Money.Text(brought) : "", answer["credited_usd"]);
    }

    private static Dictionary<string, object> Body(Captured capture, long? asked, string reason)
    {
        var body = new Dictionary<string, object> { ["transaction_id"] = capture.Id, ["reason"] = reason, ["description"] = "It was not me." };
        if (asked is { } amount)
        {
            body["amount_usd"] = Money.Wire(amount);
        }

        return body;
    }

    private static Dispute? Any(Run run) =>
        Accounts.Any(run) is { Disputes.Count: > 0 } customer ? run.Dice.Pick(customer.Disputes) : null;
}
