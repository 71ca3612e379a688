using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Cryptocardium.Tests;

/// <summary>Searches for the numbers and security codes of some cards in every form in which they may have been written.</summary>
/// <param name="cards">The card's id, its number without spaces, and its security code.</param>
public sealed partial class CardSecrets(IReadOnlyList<(string Id, string Pan, string Cvv)> cards)
{
    /// <summary>
    /// The number of cards that a search for codes needs. Three digits occur anywhere by chance, but the codes of this many cards do
    /// not occur together in a place with few other numbers, nor each at the same distance from the id of its card.
    /// </summary>
    public const int CardsMin = 8;

    private const int BesideBytes = 512;

    // All codes in one place are a finding only if the probability of that by chance is below this.
    private const double ChanceMax = 1e-6;

    private readonly List<(string Form, byte[] Bytes)> forms = [.. cards.SelectMany(card => Forms(card.Pan))];

    private readonly HashSet<string> codes = [.. cards.Select(card => card.Cvv)];

    private readonly Regex named = new(
        $"(?i:cvv|cvc|cvv2|security.?code)[^0-9]{{0,8}}({string.Join('|', cards.Select(card => card.Cvv))})(?![0-9])", RegexOptions.Compiled);

    /// <summary>The secrets found in a place; empty when there is none.</summary>
    /// <param name="bytes">The whole content of the place.</param>
    public IReadOnlyList<string> In(byte[] bytes)
    {
        var found = forms.Where(form => bytes.AsSpan().IndexOf(form.Bytes) >= 0).Select(form => form.Form).Distinct().ToList();
        var text = Encoding.Latin1.GetString(bytes);
        if (named.IsMatch(text))
        {
            found.Add("a security code by its name");
        }

        if (cards.Count < CardsMin)
        {
            return found;
        }

        var standing = Standing(text);
        if (codes.IsSubsetOf(standing) && Math.Pow(standing.Count / 1_000d, codes.Count) < ChanceMax)
        {
            found.Add("all the security codes");
        }

        var distances = cards.Select(card => Distances(card.Id, card.Cvv, text)).Aggregate((all, next) => [.. all.Intersect(next)]);
        if (distances.Count > 0)
        {
            found.Add("each security code beside its card");
        }

        return found;
    }

    /// <summary>Every form that the search covers.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Forms(string pan)
    {
        string[] written = [pan, Grouped(pan, ' '), Grouped(pan, '-')];
        foreach (var text in written)
        {
            var ascii = Encoding.ASCII.GetBytes(text);
            (string Encoding, byte[] Bytes)[] encoded =
                [("ASCII", ascii), ("UTF-16", Encoding.Unicode.GetBytes(text)), ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(text))];
            foreach (var (encoding, bytes) in encoded)
            {
                yield return ($"a number in {encoding}", bytes);
                yield return ($"a number in {encoding}, in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
                yield return ($"a number in {encoding}, in HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
                for (var shift = 0; shift < 3; shift++)
                {
                    yield return ($"a number in {encoding}, in base64", Base64(bytes, shift));
                }
            }
        }

        yield return ("a number in BCD", Convert.FromHexString(pan));
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(pan));
        yield return ("an unkeyed hash of a number", hash);
        yield return ("an unkeyed hash of a number, in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)));
    }

    private static HashSet<string> Standing(string text) => [.. ThreeDigits().Matches(text).Select(match => match.Value)];

    // Distances between the id of a card and its code. A row, response or log line with both has the same distance for every card.
    private static HashSet<int> Distances(string id, string code, string text)
    {
        var distances = new HashSet<int>();
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            var from = Math.Max(0, at - BesideBytes);
            var near = text[from..Math.Min(text.Length, at + id.Length + BesideBytes)];
            for (var found = near.IndexOf(code, StringComparison.Ordinal); found >= 0; found = near.IndexOf(code, found + 1, StringComparison.Ordinal))
            {
                distances.Add(from + found - at);
            }
        }

        return distances;
    }

    [GeneratedRegex("(?<![0-9A-Za-z.+/])[0-9]{3}(?![0-9A-Za-z+/])")]
    private static partial Regex ThreeDigits();

    // The Base64 characters that depend on these bytes alone, whatever surrounds them.
    private static byte[] Base64(byte[] bytes, int shift)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var first = (shift * 8 + 5) / 6;
        return Encoding.ASCII.GetBytes(whole[first..((shift + bytes.Length) * 8 / 6)]);
    }

    private static string Grouped(string pan, char separator) =>
        string.Join(separator, pan.Chunk(4).Select(group => new string(group)));
}
