namespace Cryptocardium.Cards.Domain;

/// <summary>
/// What a card is allowed and denied: each a list of words with spaces between, sorted, so that equal rules are equal texts.
/// An empty allow list allows everything; deny wins.
/// </summary>
internal sealed record AllowDeny(string Allow, string Deny)
{
    public static readonly AllowDeny None = new("", "");

    private const char Space = ' ';

    public static string Text(IEnumerable<string> words) =>
        string.Join(Space, words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Words(string text) => text.Split(Space, StringSplitOptions.RemoveEmptyEntries);
}
