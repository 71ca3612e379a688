namespace Cryptocardium.Cards.Domain;

/// <summary>Where a move leads: into another phase, or to the end.</summary>
/// <param name="Phase">The next phase; null at the end.</param>
/// <param name="End">How it ends; null when it goes on.</param>
internal readonly record struct DisputeTurn(string? Phase, string? End)
{
    public static DisputeTurn To(string phase) => new(phase, null);

    public static DisputeTurn Ends(string end) => new(null, end);
}
