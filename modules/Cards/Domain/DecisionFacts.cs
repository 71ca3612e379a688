using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The facts of a decision, stored with its row for later explanations. Facts in columns of the row are not repeated and defaults are
// omitted, so a plain purchase takes a few bytes.
internal sealed record DecisionFacts
{
    /// <summary>The requested amount, if the row has another.</summary>
    public Usd? Requested { get; init; }

    public Usd? Available { get; init; }

    /// <summary>Null for an active card.</summary>
    public string? CardStatus { get; init; }

    /// <summary>Null for an active card.</summary>
    public string? DeclineAs { get; init; }

    public bool IsUnactivated { get; init; }

    public bool IsOutage { get; init; }

    public bool IsRepeated { get; init; }

    public bool IsReversed { get; init; }

    /// <summary>Null for the default mode.</summary>
    public string? EntryMode { get; init; }

    public bool IsCardPresent { get; init; }

    public bool IsRecurring { get; init; }

    public bool IsPartialOk { get; init; }

    public string? ForcedReason { get; init; }

    public Usd? Before { get; init; }

    /// <summary>Null for a card without restrictions.</summary>
    public CardControls? Controls { get; init; }

    /// <summary>Null for a card without restrictions.</summary>
    public Usage? Usage { get; init; }

    public static DecisionFacts Of(Authorization asked, Usd amount) => new()
    {
        Requested = asked.Purchase.Amount == amount ? null : asked.Purchase.Amount,
        Available = asked.Available,
        CardStatus = asked.Card.Status == CardState.Active ? null : asked.Card.Status,
        DeclineAs = asked.Card.DeclineAs,
        IsUnactivated = !asked.Card.IsActivated,
        IsOutage = asked.IsOutage,
        IsRepeated = asked.IsRepeated,
        IsReversed = asked.IsReversed,
        EntryMode = asked.Purchase.EntryMode == Domain.EntryMode.Ecommerce ? null : asked.Purchase.EntryMode,
        IsCardPresent = asked.Purchase.IsCardPresent,
        IsRecurring = asked.Purchase.IsRecurring,
        IsPartialOk = asked.Purchase.IsPartialOk,
        ForcedReason = asked.Purchase.ForcedReason,
        Before = asked.Before,
        Controls = asked.Controls == CardControls.None ? null : asked.Controls,
        Usage = asked.Controls == CardControls.None ? null : asked.Usage,
    };

    public static DecisionFacts Parse(string json) => JsonSerializer.Deserialize(json, FactsJson.Default.DecisionFacts)!;

    /// <summary>The facts of a row; defaults for purchases older than stored facts.</summary>
    public static DecisionFacts Of(CardTransaction row) => row.Facts is { } json ? Parse(json) : new DecisionFacts();

    public string Text() => JsonSerializer.Serialize(this, FactsJson.Default.DecisionFacts);

    /// <summary>The purchase as requested.</summary>
    /// <param name="row">The row of these facts.</param>
    public Purchase Purchase(CardTransaction row) => new()
    {
        Amount = Requested ?? row.Amount,
        MerchantName = row.MerchantName,
        Mcc = row.Mcc,
        MerchantCountry = row.MerchantCountry,
        MerchantNetworkId = row.MerchantNetworkId,
        EntryMode = EntryMode ?? Domain.EntryMode.Ecommerce,
        IsCardPresent = IsCardPresent,
        Cvv = row.Cvv,
        Avs = row.Avs,
        ThreeDs = row.ThreeDs,
        IsRecurring = IsRecurring,
        IsPartialOk = IsPartialOk,
        NetworkReference = row.NetworkReference,
        ForcedReason = ForcedReason,
    };

    /// <summary>Restores the authorization that was decided.</summary>
    /// <param name="row">The row of these facts.</param>
    /// <param name="card">The card as it is now; values that can change are taken from the facts.</param>
    public Authorization Restore(CardTransaction row, CardFacts card) => new()
    {
        Card = card with { Status = CardStatus ?? CardState.Active, DeclineAs = DeclineAs, IsActivated = !IsUnactivated },
        Purchase = Purchase(row),
        Now = row.CreatedAt,
        IsOutage = IsOutage,
        IsRepeated = IsRepeated,
        IsReversed = IsReversed,
        Available = Available,
        Before = Before,
        Controls = Controls ?? CardControls.None,
        Usage = Usage ?? Domain.Usage.None,
    };
}
