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

    /// <summary>A row about it, approved unless its maker says otherwise.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="step">What the row is.</param>
    /// <param name="card">The card that is charged.</param>
    /// <param name="now">When it happens.</param>
    public CardTransaction Row(string id, string step, CardFacts card, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = card.Account,
        Mode = card.Mode,
        CardId = card.Id,
        Step = step,
        Status = TransactionState.Authorized,
        Amount = Amount,
        MerchantName = MerchantName,
        Mcc = Mcc,
        MerchantCountry = MerchantCountry,
        MerchantId = MerchantId,
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
