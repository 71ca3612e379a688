namespace Cryptocardium.Cards.Domain;

// What can speak against a purchase, in the one order in which it is asked: duplicate, state of the card, expiry. The balance
// comes last and is decided by the posting itself, which takes the money or says how much there is.
internal static class AuthorizationChecks
{
    /// <summary>All that speaks against it; the first one is the answer. Null when nothing does.</summary>
    /// <param name="card">The card.</param>
    /// <param name="isRepeated">Whether its network reference came before.</param>
    /// <param name="now">The time of the purchase.</param>
    public static List<Decline>? Failures(CardFacts card, bool isRepeated, DateTimeOffset now)
    {
        List<Decline>? failures = null;
        if (isRepeated)
        {
            (failures ??= []).Add(DeclineCodes.Duplicate);
        }

        if (card.Status == CardState.Frozen)
        {
            (failures ??= []).Add(card.IsSoftFrozen ? DeclineCodes.FrozenSoft : DeclineCodes.FrozenHard);
        }
        else if (card.Status == CardState.Cancelled)
        {
            (failures ??= []).Add(DeclineCodes.Cancelled);
        }

        if (now >= card.ExpiresAt)
        {
            (failures ??= []).Add(DeclineCodes.Expired);
        }

        return failures;
    }
}
