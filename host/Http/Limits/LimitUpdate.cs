using System.Globalization;
using System.Text;
using Cryptocardium.Kernel.Postgres;

namespace Cryptocardium.Host.Http.Limits;

// The message of one node to its peers: the calls that it admitted per caller since its last update. A long update is sent in parts; only
// the last part has the number of the round, by which the sender recognizes it when it comes back.
internal sealed record LimitUpdate(string Node, long Round, IReadOnlyList<(LimitKey Key, int Calls)> Passed)
{
    private const char Gap = ' ';
    private const char Is = '=';

    // The number in all parts but the last.
    private const long Unfinished = 0;

    public static LimitUpdate Parse(string text)
    {
        var words = text.Split(Gap);
        return new(words[0], long.Parse(words[1], CultureInfo.InvariantCulture), [.. words.Skip(2).Select(Pair)]);
    }

    public IEnumerable<string> Texts()
    {
        var text = Begin(Unfinished);
        foreach (var (key, calls) in Passed)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"{Gap}{key}{Is}{calls}");
            if (text.Length + word.Length > NodeChannel.TextBytesMax)
            {
                yield return text.ToString();
                text = Begin(Unfinished);
            }

            text.Append(word);
        }

        if (text.Length > Begin(Unfinished).Length)
        {
            yield return text.ToString();
        }

        yield return Begin(Round).ToString();
    }

    private static (LimitKey Key, int Calls) Pair(string word)
    {
        var at = word.LastIndexOf(Is);
        return (LimitKey.Parse(word.AsSpan(0, at)), int.Parse(word.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }

    private StringBuilder Begin(long round) => new StringBuilder(Node).Append(Gap).Append(round);
}
