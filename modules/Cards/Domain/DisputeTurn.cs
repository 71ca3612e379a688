namespace Cryptocardium.Cards.Domain;

/// <summary>The result of a move: the next phase or the end.</summary>
/// <param name="Phase">The next phase; null at the end.</param>
/// <param name="End">The outcome; null when the dispute goes on.</param>
internal readonly record struct DisputeTurn(string? Phase, string? End)
{
    public static DisputeTurn To(string phase) => new(phase, null);

    public static DisputeTurn Ends(string end) => new(null, end);
}
