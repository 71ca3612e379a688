using static Cryptocardium.Tests.Simulation.Model.Line;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Rules of disputes: stages, deadlines, and the postings at the start and the end.</summary>
internal static class DisputeRules
{
    private static readonly TimeSpan CustomersTurn = TimeSpan.FromDays(10);
    private static readonly TimeSpan MerchantsTurn = TimeSpan.FromDays(30);

    /// <summary>Stage before and after each action.</summary>
    private static readonly Dictionary<string, (string From, string To)> Actions = new()
    {
        ["submit"] = (Dispute.Filed, Dispute.Submitted),
        ["reject"] = (Dispute.Filed, Dispute.Lost),
        ["accept"] = (Dispute.Submitted, Dispute.Won),
        ["represent"] = (Dispute.Submitted, Dispute.Representment),
        ["escalate"] = (Dispute.Representment, Dispute.PreArbitration),
        ["concede"] = (Dispute.Representment, Dispute.Lost),
        ["win"] = (Dispute.PreArbitration, Dispute.Won),
        ["lose"] = (Dispute.PreArbitration, Dispute.Lost),
    };

    public static IReadOnlyCollection<string> Names => [.. Actions.Keys, "expire"];

    /// <summary>15b: the amount is credited and locked, and claimed back.</summary>
    public static Dispute File(this World world, Captured capture, string id, long amount)
    {
        var dispute = new Dispute { Id = id, About = capture, Amount = amount, Locked = amount, Due = world.Now + CustomersTurn };
        capture.Disputed = dispute;
        world.Books.Post(Debit(ClaimedBack(capture), amount), Credit(Credited(capture), amount));
        return dispute;
    }

    /// <summary>Whether an action can follow; expire always can.</summary>
    public static bool Takes(this Dispute dispute, string action) =>
        dispute.IsOpen && (action == "expire" || Actions[action].From == dispute.Stage);

    public static void Act(this World world, Dispute dispute, string action)
    {
        if (action == "expire")
        {
            world.Expire(dispute);
            return;
        }

        world.Lead(dispute, Actions[action].To);
    }

    /// <summary>17c: the customer withdraws the dispute.</summary>
    public static void Withdraw(this World world, Dispute dispute) => world.Lead(dispute, Dispute.Lost);

    /// <summary>14b: a refund reduces the provisional credit and ends a dispute of which nothing is left.</summary>
    public static void Return(this World world, Captured capture, long amount)
    {
        if (capture.Disputed is not { } dispute)
        {
            return;
        }

        var returned = Math.Min(amount, dispute.Locked);
        world.Books.Post(Debit(Credited(capture), returned), Credit(ClaimedBack(capture), returned));
        dispute.Locked -= returned;
        if (dispute.Locked == 0)
        {
            dispute.Status = Dispute.Lost;
            capture.Disputed = null;
        }
    }

    public static void ExpireIfDue(this World world, Dispute dispute)
    {
        while (dispute.IsOpen && dispute.Due <= world.Now)
        {
            world.Expire(dispute);
        }
    }

    // Runs add no evidence, so a representment is not contested.
    private static void Expire(this World world, Dispute dispute) => world.Lead(dispute, dispute.Stage switch
    {
        Dispute.Filed => Dispute.Submitted,
        Dispute.Representment => Dispute.Lost,
        _ => Dispute.Won,
    });

    private static void Lead(this World world, Dispute dispute, string to)
    {
        if (to is Dispute.Won or Dispute.Lost)
        {
            world.End(dispute, to);
            return;
        }

        dispute.Stage = to;
        dispute.Status = to is Dispute.Representment or Dispute.PreArbitration ? "responded" : "opened";
        dispute.Due = world.Now + (to == Dispute.Representment ? CustomersTurn : MerchantsTurn);
    }

    /// <summary>16 and 17: the provisional credit becomes final or is reversed.</summary>
    private static void End(this World world, Dispute dispute, string status)
    {
        var capture = dispute.About;
        var card = capture.Card;
        var locked = dispute.Locked;
        world.Books.Post(Debit(Credited(capture), locked), Credit(ClaimedBack(capture), locked));
        dispute.Locked = 0;
        dispute.Status = status;
        capture.Disputed = null;
        if (status == Dispute.Won)
        {
            var treasury = Account.Available(card.Mode, card.Owner.Id);
            world.Books.Post(Debit(Account.SettlementReceivable(card.Mode), locked), Credit(treasury, locked));
            dispute.Brought = locked;
            capture.Won += locked;
            world.Sweep(card.Mode, card.Owner, treasury);
        }
    }

    private static string ClaimedBack(Captured capture) => Account.DisputeReceivable(capture.Card.Mode);

    private static string Credited(Captured capture) => Account.DisputeCredit(capture.Card.Mode, capture.Card.Owner.Id);
}
