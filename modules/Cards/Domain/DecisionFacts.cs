using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// What a decision was made from, kept with its row, so that it can be explained when everything has changed. What the row says
// itself is not repeated, and what is as usual is left out: a plain purchase keeps a few bytes.
internal sealed record DecisionFacts
{
    /// <summary>What was asked for, where the row has another amount.</summary>
    public Usd? Requested { get; init; }

    public Usd? Available { get; init; }

    /// <summary>Null for an active card.</summary>
    public string? CardStatus { get; init; }

    public bool IsSoftFrozen { get; init; }

    public bool IsUnactivated { get; init; }

    public bool IsOutage { get; init; }

    public bool IsRepeated { get; init; }

    public bool IsReversed { get; init; }

    /// <summary>Null for the usual one.</summary>
    public string? EntryMode { get; init; }

    public bool IsCardPresent { get; init; }

    public bool IsRecurring { get; init; }

    public bool IsPartialOk { get; init; }

    public string? ForcedReason { get; init; }

    public Usd? Before { get; init; }

    /// <summary>Null for a card that its holder did not restrict.</summary>
    public CardControls? Controls { get; init; }

    /// <summary>Kept for a restricted card.</summary>
    public Usage? Usage { get; init; }

    public static DecisionFacts Of(Authorization asked, Usd amount) => new()
    {
        Requested = asked.Purchase.Amount == amount ? null : asked.Purchase.Amount,
        Available = asked.Available,
        CardStatus = asked.Card.Status == CardState.Active ? null : asked.Card.Status,
        IsSoftFrozen = asked.Card.IsSoftFrozen,
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

    /// <summary>The facts of a row; as usual where none were kept, as with purchases older than the facts.</summary>
    public static DecisionFacts Of(CardTransaction row) => row.Facts is { } json ? Parse(json) : new DecisionFacts();

    public string Text() => JsonSerializer.Serialize(this, FactsJson.Default.DecisionFacts);

    /// <summary>The purchase as it was asked for.</summary>
    /// <param name="row">The row that these facts were kept with.</param>
    public Purchase Purchase(CardTransaction row) => new()
    {
        Amount = Requested ?? row.Amount,
        MerchantName = row.MerchantName,
        Mcc = row.Mcc,
        MerchantCountry = row.MerchantCountry,
        MerchantId = row.MerchantId,
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

    /// <summary>What the decision was made from.</summary>
    /// <param name="row">The row that these facts were kept with.</param>
    /// <param name="card">Its card as it is now; what can have changed since is taken from the facts.</param>
    public Authorization Restore(CardTransaction row, CardFacts card) => new()
    {
        Card = card with { Status = CardStatus ?? CardState.Active, IsSoftFrozen = IsSoftFrozen, IsActivated = !IsUnactivated },
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
