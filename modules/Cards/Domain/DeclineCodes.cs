namespace Cryptocardium.Cards.Domain;

// Every reason to decline, with its codes, and the codes of approvals.
internal static class DeclineCodes
{
    public const string Approved = "00";
    public const string ApprovedInPart = "10";
    public const string Verified = "85";

    public static readonly Decline Duplicate = new("duplicate", "94", "94", 4, "This purchase was already sent.");
    public static readonly Decline FrozenHard = new("card_frozen", "62", "62", 1, "The card is frozen.");
    public static readonly Decline FrozenSoft = new("card_frozen", "05", "05", 4, "The card is frozen.");
    public static readonly Decline Cancelled = new("card_cancelled", "46", "78", 1, "The card is cancelled.");
    public static readonly Decline Expired = new("card_expired", "54", "54", 3, "The card has expired.");

    public static readonly Decline InsufficientBalance =
        new("insufficient_card_balance", "51", "51", 2, "The card does not hold enough for this purchase.");

    public static readonly IReadOnlyList<Decline> All = [Duplicate, FrozenHard, FrozenSoft, Cancelled, Expired, InsufficientBalance];

    /// <summary>The line of the table that a stored decline was made from; a reason may have one for each code.</summary>
    public static Decline Of(string reason, string code)
    {
        foreach (var decline in All)
        {
            if (decline.Reason == reason && (decline.Code == code || decline.MastercardCode == code))
            {
                return decline;
            }
        }

        throw new InvalidOperationException($"No decline is {reason} with code {code}.");
    }
}
