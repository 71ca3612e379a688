using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

/// <summary>A change of a card that the issuer is told of.</summary>
internal sealed record IssuerOrder
{
    /// <summary>Ours, <c>iop_…</c>.</summary>
    public required string Reference { get; init; }

    public required AccountId Account { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The card; for a replacement the one that is replaced.</summary>
    public required string Card { get; init; }

    /// <summary>One of <see cref="Domain.IssuerOrderKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The money that a load or unload moves.</summary>
    public Usd? Amount { get; init; }

    /// <summary>The card that replaces it.</summary>
    public string? NewCard { get; init; }

    /// <summary>The reference under which the card that is opened was issued: the new one of a replacement.</summary>
    public string? IssuedAs { get; init; }
}
