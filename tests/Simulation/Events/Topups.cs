using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Top-ups, and deposits of every kind.</summary>
internal static class Topups
{
    private const int OpenLimit = 50;
    private const int DepositLimit = 100;
    private const int PendingPercent = 75;
    private const int ExactPercent = 50;
    private const int FinalPercent = 65;
    private const int WrongTokenPercent = 4;
    private const int DeniedPercent = 3;
    private const int FailurePercent = 5;
    private const int DelayPercent = 10;
    private const int LongestDelaySeconds = 3_600;
    private const long Most = 5_000 * Money.Dollar;

    public static async Task<bool> Create(Run run)
    {
        if (Accounts.Any(run) is not { } customer)
        {
            return false;
        }

        // A few amounts are below the minimum.
        var amount = run.Dice.Amount(18 * Money.Dollar, Most);
        var chain = run.Dice.Pick(Chains.All);
        var prediction = amount < Topup.Minimum ? Prediction.AmountTooSmall
            : customer.Topups.Count(topup => topup.Status == Topup.Pending) >= OpenLimit ? Prediction.TopupLimit
            : Prediction.Created;
        var answer = await run.Caller.Post(
            customer, "/v1/topups", new { amount_usd = Money.Wire(amount), asset = "USDT", chain }, prediction);
        if (!prediction.IsRefusal)
        {
            var topup = new Topup
            {
                Id = answer["id"],
                Owner = customer,
                Chain = chain,
                Address = answer["deposit_address"],
                Amount = amount,
                ExpiresAt = run.World.Now + Topup.OpenFor,
            };
            customer.Topups.Add(topup);
            run.World.Announce(topup);
            Look.Fits(answer, topup);
        }

        return true;
    }

    public static async Task<bool> Cancel(Run run)
    {
        if (AnyTopup(run) is not { } topup)
        {
            return false;
        }

        var stranger = Accounts.Stranger(run, topup.Owner);
        var prediction = stranger is not null ? Prediction.NotFound
            : topup.CanBeCancelled(run.World.Now) ? Prediction.Ok
            : Prediction.ConflictState;
        var answer = await run.Caller.Post(stranger ?? topup.Owner, $"/v1/topups/{topup.Id}/cancel", null, prediction);
        if (!prediction.IsRefusal)
        {
            run.World.Close(topup, Topup.Cancelled);
            Look.Fits(answer, topup);
        }

        return true;
    }

    public static async Task<bool> Pay(Run run)
    {
        if (AnyTopup(run) is not { } topup || topup.Deposits.Count >= DepositLimit || topup.Deposits.Exists(other => other.IsOpen && other.CannotSettle))
        {
            return false;
        }

        var deposit = Draw(run, topup);
        var answer = await run.Caller.Post(topup.Owner, $"/v1/simulate/topups/{topup.Id}/deposit", Body(run, deposit), Prediction.Ok);
        topup.Deposits.Add(deposit);
        if (deposit.DueAt is null)
        {
            run.World.Include(topup, deposit);
        }

        Look.Fits(answer, topup);
        return true;
    }

    private static Deposit Draw(Run run, Topup topup)
    {
        var dice = run.Dice;
        var required = Chains.Confirmations(topup.Chain);
        var amount = dice.Chance(ExactPercent) ? topup.Amount
            : dice.Chance(25) ? dice.Amount(Money.Cent, 2 * Topup.LeastThatCompletes)
            : dice.Around(topup.Amount);
        // Only the chain knows the order of two deposits in one block, so an amount whose order matters is deposited alone.
        var isAlone = !topup.Deposits.Exists(other => other.IsOpen);
        var isDelayed = dice.Chance(DelayPercent) && !topup.Owner.Topups.Exists(
            other => other.Mode == topup.Mode && other.Chain == topup.Chain && other.Deposits.Exists(on => on.DueAt is not null));
        return new Deposit
        {
            Received = amount,
            Token = dice.Chance(WrongTokenPercent) ? "USDC" : Deposit.Usdt,
            IsDenied = topup.Chain != "tron" && dice.Chance(DeniedPercent),
            CannotSettle = isAlone && dice.Chance(FailurePercent),
            Depth = dice.Chance(FinalPercent) ? required : dice.Below(required + 3),
            DueAt = isDelayed ? run.World.Now + TimeSpan.FromSeconds(1 + dice.Below(LongestDelaySeconds)) : null,
        };
    }

    private static Dictionary<string, object> Body(Run run, Deposit deposit)
    {
        var body = new Dictionary<string, object>
        {
            ["amount_usd"] = Money.Wire(deposit.Received),
            ["asset"] = deposit.Token,
            ["confirmations"] = deposit.Depth,
            ["settlement_failure"] = deposit.CannotSettle,
        };
        if (deposit.IsDenied)
        {
            body["sender"] = Chains.Denied;
        }

        if (deposit.DueAt is { } due)
        {
            body["delay_seconds"] = (int)(due - run.World.Now).TotalSeconds;
        }

        return body;
    }

    private static Topup? AnyTopup(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.Topups.Count == 0)
        {
            return null;
        }

        var pending = customer.Topups.FindAll(topup => topup.Status == Topup.Pending);
        return run.Dice.Pick(pending.Count > 0 && run.Dice.Chance(PendingPercent) ? pending : customer.Topups);
    }
}
