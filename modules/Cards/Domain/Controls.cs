namespace Cryptocardium.Cards.Domain;

// What the holder allows a card to do. Each control is a member here and a check of its own.
internal sealed record Controls
{
    /// <summary>Everything is allowed.</summary>
    public static readonly Controls None = new();
}
