using Cryptocardium.Cards.Currencies;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A merchant's request.</summary>
internal sealed record Purchase
{
    /// <summary>The amount in dollars; zero verifies the account.</summary>
    public required Usd Amount { get; init; }

    /// <summary>The price in the merchant's currency; null for dollars.</summary>
    public ForeignAmount? Foreign { get; init; }

    public required string MerchantName { get; init; }

    public required string Mcc { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MerchantNetworkId { get; init; }

    public string EntryMode { get; init; } = Domain.EntryMode.Ecommerce;

    public bool IsCardPresent { get; init; }

    public string? Cvv { get; init; }

    public string? Avs { get; init; }

    public string? ThreeDs { get; init; }

    /// <summary>Whether the merchant charges a stored card without the buyer taking part.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Whether the merchant supports partial approvals.</summary>
    public bool IsPartialOk { get; init; }

    public string? NetworkReference { get; init; }

    /// <summary>The decline that a simulation requests.</summary>
    public string? ForcedReason { get; init; }

    /// <summary>A row of this purchase, approved unless the caller changes it.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="type">The message, of <see cref="TransactionTypes"/>.</param>
    /// <param name="card">The charged card.</param>
    /// <param name="now">The time of the unit of work.</param>
    public CardTransaction Row(string id, string type, CardFacts card, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = card.Account,
        Mode = card.Mode,
        CardId = card.Id,
        Type = type,
        Status = TransactionState.Authorized,
        Amount = Amount,
        MerchantName = MerchantName,
        Mcc = Mcc,
        MerchantCountry = MerchantCountry,
        MerchantNetworkId = MerchantNetworkId,
        MerchantAmount = Foreign?.Units,
        MerchantCurrency = Foreign?.Currency.Code,
        FxRate = Foreign?.Rate.Nanos,
        FxMarkup = Foreign?.Markup,
        Cvv = Cvv,
        Avs = Avs,
        ThreeDs = ThreeDs,
        Eci = ThreeDs is { } result ? Domain.ThreeDs.Eci(result, card.Bin) : null,
        AuthResponseCode = DeclineCodes.Approved,
        NetworkReference = NetworkReference,
        CreatedAt = now,
    };
}
