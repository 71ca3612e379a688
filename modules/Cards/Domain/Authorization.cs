using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A purchase with everything that its decision depends on, read in one transaction. The decision is a function of it.</summary>
internal sealed record Authorization
{
    public required CardFacts Card { get; init; }

    public required Purchase Purchase { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the issuer is down.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Whether its network reference came before.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether its reversal came before it.</summary>
    public bool IsReversed { get; init; }

    /// <summary>What was approved of the same purchase before; null for a purchase that is not asked for more.</summary>
    public Usd? Before { get; init; }

    /// <summary>Whether it is a purchase of its own: not more of one, and not the verification of an account.</summary>
    public bool IsPurchase => Before is null && Purchase.Amount > Usd.Zero;

    public CardControls Controls { get; init; } = CardControls.None;

    /// <summary>What was used of them, in the periods that this moment lies in.</summary>
    public Usage Usage { get; init; } = Usage.None;

    /// <summary>What the card holds; null as long as nobody looked, for taking the money tells it as well.</summary>
    public Usd? Available { get; init; }
}
