using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>Cards are issued, frozen and cancelled.</summary>
internal static class Cards
{
    private const int MostUsable = 5;
    private const int LoadPercent = 50;
    private const int ModePercent = 15;
    private const int UsablePercent = 90;
    private const int NoLimitPercent = 40;

    private static readonly string[] Bins = ["489517", "472305", "557213"];
    private static readonly string[] Reasons = ["lost", "stolen", "damaged", "compromised", "expired"];
    private static readonly string[] Modes = [Account.Live, Account.Sandbox];

    public static async Task<bool> Issue(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.Cards.Count(IsUsable) >= MostUsable)
        {
            return false;
        }

        var bin = run.Dice.Pick(Bins);
        var asked = run.Dice.Chance(ModePercent) ? run.Dice.Pick(Modes) : null;
        var mode = asked ?? customer.Mode;
        var treasury = run.World.Books.Of(Account.Available(mode, customer.Id));
        var load = run.Dice.Chance(LoadPercent) ? run.Dice.Around(treasury / 3) : 0;
        var prediction = load is > 0 and < Money.Dollar ? Prediction.AmountTooSmall
            : mode == Account.Live && !customer.IsInProduction ? Prediction.ModeNotAllowed
            : load + Money.RailFee(load) > treasury ? Prediction.TreasuryTooSmall
            : Prediction.Created;
        var answer = await run.Caller.Post(customer, "/v1/cards", Order(bin, load, asked), prediction);
        if (!prediction.IsRefusal)
        {
            var card = new Card { Id = answer["id"], Owner = customer, Mode = mode, IsMastercard = bin == "557213" };
            customer.Cards.Add(card);
            run.World.Load(card, load);
            Prediction.Amount(answer, "new_treasury_balance_usd", run.World.Books.Of(Account.Available(mode, customer.Id)));
        }

        return true;
    }

    public static async Task<bool> Freeze(Run run)
    {
        var isRetryable = run.Dice.Chance(30);
        return await Change(run, "freeze", isRetryable ? new { decline_as = "retryable" } : null, card =>
        {
            card.IsRetryable = card.Status == Card.Active ? isRetryable : card.IsRetryable;
            card.Status = Card.Frozen;
        });
    }

    public static Task<bool> Unfreeze(Run run) => Change(run, "unfreeze", null, card => card.Status = Card.Active);

    public static Task<bool> Cancel(Run run) => Change(run, "cancel", null, card =>
    {
        run.World.Unload(card, run.World.Books.Of(card.Available));
        card.Status = Card.Cancelled;
    });

    public static async Task<bool> Replace(Run run)
    {
        if (Any(run) is not { } card)
        {
            return false;
        }

        var reason = run.Dice.Pick(Reasons);
        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound : IsUsable(card) ? Prediction.Created : Prediction.ConflictState;
        var answer = await run.Caller.Post(stranger ?? card.Owner, $"/v1/cards/{card.Id}/replace", new { reason }, prediction);
        if (!prediction.IsRefusal)
        {
            var replacement = new Card
            {
                Id = answer["id"],
                Owner = card.Owner,
                Mode = card.Mode,
                IsMastercard = card.IsMastercard,
                Predecessor = card,
                LifetimeLimit = card.LifetimeLimit,
            };
            card.ReplaceReason = reason;
            card.Owner.Cards.Add(replacement);
            run.World.Replace(card, replacement);
            Prediction.Amount(answer, "balance_usd", run.World.Books.Of(replacement.Available));
        }

        return true;
    }

    public static async Task<bool> Limit(Run run)
    {
        if (Any(run) is not { } card)
        {
            return false;
        }

        var limit = run.Dice.Chance(NoLimitPercent) ? (long?)null
            : card.Spent(run.World.Books) + run.Dice.Amount(Money.Cent, 60 * Money.Dollar);
        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound : IsUsable(card) ? Prediction.Ok : Prediction.ConflictState;
        var body = $$"""{"lifetime_usd":{{(limit is { } amount ? Money.Text(amount) : "null")}}}""";
        await run.Caller.Send(HttpMethod.Patch, stranger ?? card.Owner, $"/v1/cards/{card.Id}/limits", body, prediction);
        if (!prediction.IsRefusal)
        {
            card.LifetimeLimit = limit;
        }

        return true;
    }

    /// <summary>A random card, mostly an active one.</summary>
    public static Card? Any(Run run)
    {
        if (Accounts.Any(run) is not { } customer || customer.Cards.Count == 0)
        {
            return null;
        }

        var usable = customer.Cards.FindAll(IsUsable);
        return run.Dice.Pick(usable.Count > 0 && run.Dice.Chance(UsablePercent) ? usable : customer.Cards);
    }

    private static bool IsUsable(Card card) => card.Status != Card.Cancelled;

    private static object Order(string bin, long load, string? mode) => (load, mode) switch
    {
        (0, null) => new { type = "virtual", bin },
        (0, _) => new { type = "virtual", bin, mode },
        (_, null) => new { type = "virtual", bin, load_usd = Money.Wire(load) },
        _ => new { type = "virtual", bin, load_usd = Money.Wire(load), mode },
    };

    private static async Task<bool> Change(Run run, string verb, object? body, Action<Card> change)
    {
        if (Any(run) is not { } card)
        {
            return false;
        }

        var stranger = Accounts.Stranger(run, card.Owner);
        var prediction = stranger is not null ? Prediction.NotFound : IsUsable(card) ? Prediction.Ok : Prediction.ConflictState;
        var answer = await run.Caller.Post(stranger ?? card.Owner, $"/v1/cards/{card.Id}/{verb}", body, prediction);
        if (!prediction.IsRefusal)
        {
            change(card);
            Assert.Equal(card.Status, answer["status"]);
            Prediction.Amount(answer, "balance_usd", run.World.Books.Of(card.Available));
        }

        return true;
    }
}
