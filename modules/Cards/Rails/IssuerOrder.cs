using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>A change of a card that the issuer has to carry out.</summary>
internal sealed record IssuerOrder
{
    /// <summary>Our reference of the order, <c>iop_…</c>.</summary>
    public required string Reference { get; init; }

    public required AccountId Account { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The card; of a replacement, the old card.</summary>
    public required string Card { get; init; }

    /// <summary>One of <see cref="Domain.IssuerOrderKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The amount of a load or unload.</summary>
    public Usd? Amount { get; init; }

    /// <summary>The replacement card.</summary>
    public string? NewCard { get; init; }

    /// <summary>The reference under which the issuer made the card to open; of a replacement, the new card.</summary>
    public string? IssuedAs { get; init; }
}
