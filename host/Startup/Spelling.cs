namespace Cryptocardium.Host.Startup;

// Finds the word that someone meant.
internal static class Spelling
{
    // One changed letter per this many is a misspelling; more are another word.
    private const int LettersPerMistake = 3;

    /// <returns>The end of a sentence: "did you mean …?", or another hint if no word is close.</returns>
    public static string Hint(string given, IEnumerable<string> words, string otherwise)
    {
        var (word, distance) = words
            .Select(word => (word, Distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.word, StringComparer.Ordinal).FirstOrDefault();
        return word is not null && distance <= Math.Max(1, given.Length / LettersPerMistake) ? $"did you mean {word}?" : $"{otherwise}.";
    }

    // Letters to change, insert, remove or swap with their neighbor. An abbreviation counts as one mistake.
    private static int Distance(string given, string word)
    {
        if (given.Length > 1 && word.StartsWith(given, StringComparison.Ordinal))
        {
            return 1;
        }

        var rows = new int[given.Length + 1, word.Length + 1];
        for (var i = 0; i <= given.Length; i++)
        {
            for (var j = 0; j <= word.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Least(rows, given, word, i, j);
            }
        }

        return rows[given.Length, word.Length];
    }

    private static int Least(int[,] rows, string given, string word, int i, int j)
    {
        var least = Math.Min(
            Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
            rows[i - 1, j - 1] + (given[i - 1] == word[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && given[i - 1] == word[j - 2] && given[i - 2] == word[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
