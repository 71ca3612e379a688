using System.Buffers;

namespace Cryptocardium.Ledger.Statements;

// Formats a text as a field of CSV.
internal static class CsvField
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    // Spreadsheets run a field as a formula if it begins with one of these.
    private static readonly SearchValues<char> BeginFormulas = SearchValues.Create("=+-@\t\r\n|%");

    /// <summary>
    /// The text, quoted if necessary. A text that a spreadsheet would run as a formula gets an apostrophe in front. Amounts are numbers and
    /// are not formatted here.
    /// </summary>
    public static string Text(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var safe = BeginFormulas.Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
