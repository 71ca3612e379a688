using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// The last check. A merchant that supports partial approvals is approved for the available balance.
internal sealed class BalanceCheck() : Check("balance")
{
    /// <summary>The smallest partial approval.</summary>
    public static readonly Usd SmallestPart = Usd.FromDollars(1);

    private static readonly Usd SmallestLoad = Usd.FromDollars(1);

    public override Decline? Failure(Authorization asked) =>
        asked.Available is { } available && available < asked.Purchase.Amount && !IsPartOk(asked, available)
            ? DeclineCodes.InsufficientBalance
            : null;

    public override string? Input(Authorization asked) => asked.Available?.ToString();

    public override string? Threshold(Authorization asked) => asked.Purchase.Amount.ToString();

    // A cancelled card cannot be loaded; CardStateCheck reports the cause.
    public override Remedy? Remedy(Authorization asked)
    {
        var missing = asked.Purchase.Amount - (asked.Available ?? Usd.Zero);
        var load = (missing < SmallestLoad ? SmallestLoad : missing).ToString();
        return asked.Card.Status == CardState.Cancelled ? null : new Remedy("load_card", "amount_usd", load, $"Load {load} onto the card.");
    }

    private static bool IsPartOk(Authorization asked, Usd available) => asked.Purchase.IsPartialOk && available >= SmallestPart;
}
