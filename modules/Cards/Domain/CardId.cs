using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A payment card.</summary>
/// <param name="Value">The text, <c>card_…</c>.</param>
internal readonly record struct CardId(string Value) : IId<CardId>
{
    public static string Prefix => "card";

    public static CardId From(string value) => new(value);

    public override string ToString() => Value;
}
