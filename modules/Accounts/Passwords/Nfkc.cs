using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cryptocardium.Accounts.Passwords;

/// <summary>
/// Unicode normalization form NFKC (Unicode Standard Annex 15), so that one password has one hash whatever keyboard it was typed on. The
/// framework has none without ICU, which the program does without. The table nfkc.csv is derived from version 14 of the Unicode database.
/// </summary>
internal static class Nfkc
{
    private const string Resource = "nfkc.csv";

    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11_172;
    private const int LeadFirst = 0x1100;
    private const int LeadCount = 19;
    private const int VowelFirst = 0x1161;
    private const int VowelCount = 21;
    private const int TrailBase = 0x11A7;
    private const int TrailCount = 28;

    private static readonly Lazy<Table> Loaded = new(Table.Read);

    /// <summary>Normalizes a text of valid UTF-16.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var table = Loaded.Value;
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(table, rune.Value, points);
        }

        Reorder(table, points);
        Compose(table, points);
        return string.Concat(points.Select(char.ConvertFromUtf32));
    }

    private static void Decompose(Table table, int point, List<int> into)
    {
        if (point - HangulFirst is >= 0 and < HangulCount and var syllable)
        {
            into.Add(LeadFirst + syllable / (VowelCount * TrailCount));
            into.Add(VowelFirst + syllable / TrailCount % VowelCount);
            if (syllable % TrailCount is not 0 and var trail)
            {
                into.Add(TrailBase + trail);
            }
        }
        else if (table.Decompositions.TryGetValue(point, out var parts))
        {
            into.AddRange(parts);
        }
        else
        {
            into.Add(point);
        }
    }

    // Sorts each run of marks by their class; marks of one class keep their order.
    private static void Reorder(Table table, List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && table.Classes.ContainsKey(points[end]))
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = points.GetRange(start, end - start).OrderBy(point => table.Classes[point]).ToList();
                points.RemoveRange(start, end - start);
                points.InsertRange(start, sorted);
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static void Compose(Table table, List<int> points)
    {
        var (starter, lastClass, kept) = (-1, -1, 0);
        foreach (var point in points.ToList())
        {
            var ownClass = table.Classes.GetValueOrDefault(point);
            if (starter >= 0 && lastClass < ownClass && Composed(table, points[starter], point) is { } whole)
            {
                points[starter] = whole;
                continue;
            }

            if (ownClass == 0)
            {
                (starter, lastClass) = (kept, -1);
            }
            else
            {
                lastClass = ownClass;
            }

            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int? Composed(Table table, int first, int second)
    {
        if (first - LeadFirst is >= 0 and < LeadCount and var lead && second - VowelFirst is >= 0 and < VowelCount and var vowel)
        {
            return HangulFirst + (lead * VowelCount + vowel) * TrailCount;
        }

        if (first - HangulFirst is >= 0 and < HangulCount and var syllable && syllable % TrailCount == 0
            && second - TrailBase is > 0 and < TrailCount and var trail)
        {
            return HangulFirst + syllable + trail;
        }

        return table.Compositions.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private sealed record Table(
        FrozenDictionary<int, int[]> Decompositions, FrozenDictionary<int, int> Classes, FrozenDictionary<(int, int), int> Compositions)
    {
        public static Table Read()
        {
            using var stream = typeof(Nfkc).Assembly.GetManifestResourceStream(Resource)!;
            using var reader = new StreamReader(stream);
            var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
                .ToLookup(cells => cells[0], cells => (Points: Points(cells[1]), Value: cells[2]));
            return new(
                rows["d"].ToFrozenDictionary(row => row.Points[0], row => Points(row.Value)),
                rows["r"].SelectMany(row => Enumerable.Range(row.Points[0], row.Points[1] - row.Points[0] + 1)
                    .Select(point => (point, Class: int.Parse(row.Value, CultureInfo.InvariantCulture))))
                    .ToFrozenDictionary(pair => pair.point, pair => pair.Class),
                rows["c"].ToFrozenDictionary(row => (row.Points[0], row.Points[1]), row => Points(row.Value)[0]));
        }

        private static int[] Points(string cell) =>
            [.. cell.Split(' ').Select(point => int.Parse(point, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];
    }
}
