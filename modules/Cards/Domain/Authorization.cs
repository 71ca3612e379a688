using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A purchase with all facts of its decision, read in one transaction. The decision is a function of these facts.</summary>
internal sealed record Authorization
{
    public required CardFacts Card { get; init; }

    public required Purchase Purchase { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the issuer has an outage.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Whether the network reference was used before.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether the reversal arrived before the purchase.</summary>
    public bool IsReversed { get; init; }

    /// <summary>The amount approved before an increment; null for a new purchase.</summary>
    public Usd? Before { get; init; }

    /// <summary>Whether this is a new purchase: neither an increment nor an account verification.</summary>
    public bool IsPurchase => Before is null && Purchase.Amount > Usd.Zero;

    public CardControls Controls { get; init; } = CardControls.None;

    /// <summary>The usage of the current periods.</summary>
    public Usage Usage { get; init; } = Usage.None;

    /// <summary>The card's available balance; null before it is read, since posting the hold returns it as well.</summary>
    public Usd? Available { get; init; }
}
