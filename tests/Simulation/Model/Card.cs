namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A card; its money is in the books.</summary>
internal sealed class Card
{
    public const string Active = "active";
    public const string Frozen = "frozen";
    public const string Cancelled = "cancelled";

    public required string Id { get; init; }

    public required Customer Owner { get; init; }

    public required string Mode { get; init; }

    public required bool IsMastercard { get; init; }

    public string Status { get; set; } = Active;

    public bool IsSoftFrozen { get; set; }

    /// <summary>Why it was replaced; empty when it was not.</summary>
    public string ReplaceReason { get; set; } = "";

    /// <summary>The card that was issued in its place.</summary>
    public Card? ReplacedBy { get; set; }

    /// <summary>The card that it was issued in place of.</summary>
    public Card? Predecessor { get; init; }

    /// <summary>What merchants took with it.</summary>
    public long Captured { get; set; }

    /// <summary>The most that it may spend in all.</summary>
    public long? LifetimeLimit { get; set; }

    public string Available => Account.CardAvailable(Mode, Id);

    public string Held => Account.CardHeld(Mode, Id);

    /// <summary>What is taken without being asked for comes from here first: from the card that has its money.</summary>
    public string Purse => ReplacedBy?.Purse ?? Available;

    /// <summary>Where money goes that it does not need any more.</summary>
    public string Destination => ReplacedBy is { } heir ? heir.Destination
        : Status == Cancelled ? Account.Available(Mode, Owner.Id)
        : Available;

    /// <summary>What its limits count: held and captured, by the cards before it as well.</summary>
    public long Spent(Books books) => Captured + books.Of(Held) + (Predecessor?.Spent(books) ?? 0);
}
