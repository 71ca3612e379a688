namespace Cryptocardium.Cards.Domain;

// What a card was used for so far, as far as a control asks for it.
internal sealed record Usage
{
    /// <summary>Nothing, or nothing that a control asks for.</summary>
    public static readonly Usage None = new();
}
