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

    public string Available => Account.CardAvailable(Mode, Id);

    public string Held => Account.CardHeld(Mode, Id);
}
