namespace Cryptocardium.Cards.Domain;

/// <summary>
/// The allowed and denied values of a card: each a sorted list of words separated by spaces, so that equal rules are equal texts.
/// An empty allow list allows everything; deny has precedence.
/// </summary>
internal sealed record AllowDeny(string Allow, string Deny)
{
    public static readonly AllowDeny None = new("", "");

    private const char Space = ' ';

    public static string Text(IEnumerable<string> words) =>
        string.Join(Space, words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Words(string text) => text.Split(Space, StringSplitOptions.RemoveEmptyEntries);
}
