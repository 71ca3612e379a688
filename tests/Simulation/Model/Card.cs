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

    /// <summary>Whether declines of the frozen card let merchants retry.</summary>
    public bool IsRetryable { get; set; }

    /// <summary>The reason of the replacement; empty when it was not replaced.</summary>
    public string ReplaceReason { get; set; } = "";

    /// <summary>The card that was issued in its place.</summary>
    public Card? ReplacedBy { get; set; }

    /// <summary>The card that this one replaces.</summary>
    public Card? Predecessor { get; init; }

    /// <summary>The captured amount.</summary>
    public long Captured { get; set; }

    /// <summary>The lifetime limit.</summary>
    public long? LifetimeLimit { get; set; }

    public string Available => Account.CardAvailable(Mode, Id);

    public string Held => Account.CardHeld(Mode, Id);

    /// <summary>The first account that forced captures are taken from: that of the last card in the chain of replacements.</summary>
    public string FundingAccount => ReplacedBy?.FundingAccount ?? Available;

    /// <summary>The account that receives released money.</summary>
    public string Destination => ReplacedBy is { } replacement ? replacement.Destination
        : Status == Cancelled ? Account.Available(Mode, Owner.Id)
        : Available;

    /// <summary>Usage of the lifetime limit: held and captured, including the replaced cards.</summary>
    public long Spent(Books books) => Captured + books.Of(Held) + (Predecessor?.Spent(books) ?? 0);
}
