namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The decision on a purchase: code and held amount, which is zero for a decline and for a verification.</summary>
internal readonly record struct Decision(string Code, string Reason, long Held)
{
    private static readonly TimeSpan Repetition = TimeSpan.FromHours(24);

    public bool IsDeclined => Reason.Length > 0;

    /// <summary>Decides in the order of the product: repetition, state of the card, limit, balance.</summary>
    public static Decision Of(Purchase purchase, World world)
    {
        var card = purchase.Card;
        var key = (card.Mode, purchase.Reference ?? "");
        if (purchase.Reference is not null
            && card.Owner.References.TryGetValue(key, out var last) && last > world.Now - Repetition)
        {
            return new("94", "duplicate", 0);
        }

        card.Owner.References[key] = world.Now;
        return Judge(card, purchase.Amount, purchase.IsPartialOk, world);
    }

    /// <summary>Decides a message without a reference, such as an increment.</summary>
    public static Decision Judge(Card card, long amount, bool isPartialOk, World world)
    {
        if (card.Status == Card.Frozen)
        {
            return new(card.IsRetryable ? "05" : "62", "card_frozen", 0);
        }

        if (card.Status == Card.Cancelled)
        {
            return card.ReplaceReason switch
            {
                "lost" => new("41", "card_lost", 0),
                "stolen" => new("43", "card_stolen", 0),
                "expired" => new("54", "card_expired", 0),
                _ => new(card.IsMastercard ? "78" : "46", "card_cancelled", 0),
            };
        }

        if (amount > 0 && card.Spent(world.Books) + amount > card.LifetimeLimit)
        {
            return new("61", "lifetime_limit", 0);
        }

        var there = world.Books.Of(card.Available);
        return amount == 0 ? new("85", "", 0)
            : amount <= there ? new("00", "", amount)
            : isPartialOk && there >= Money.Dollar ? new("10", "", there)
            : new("51", "insufficient_card_balance", 0);
    }
}
