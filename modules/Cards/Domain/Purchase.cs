using Cryptocardium.Cards.Currencies;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What a merchant asks for.</summary>
internal sealed record Purchase
{
    /// <summary>In dollars; zero verifies the account.</summary>
    public required Usd Amount { get; init; }

    /// <summary>The same in the merchant's currency, unless that is dollars.</summary>
    public ForeignAmount? Foreign { get; init; }

    public required string MerchantName { get; init; }

    public required string Mcc { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MerchantId { get; init; }

    public string EntryMode { get; init; } = Domain.EntryMode.Ecommerce;

    public bool IsCardPresent { get; init; }

    public string? Cvv { get; init; }

    public string? Avs { get; init; }

    public string? ThreeDs { get; init; }

    /// <summary>Whether the merchant charges a card on file, and the buyer takes no part.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Whether the merchant takes less than the price.</summary>
    public bool IsPartialOk { get; init; }

    public string? NetworkReference { get; init; }

    /// <summary>Set when a simulation asks for this decline.</summary>
    public string? ForcedReason { get; init; }
}
