using System.Buffers;

namespace Cryptocardium.Ledger.Statements;

// A text as a field of CSV.
internal static class CsvField
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    // What spreadsheets take for a formula when a field begins with it.
    private static readonly SearchValues<char> BeginFormulas = SearchValues.Create("=+-@\t\r\n|%");

    /// <summary>
    /// The text, quoted where it must be. A text that a spreadsheet would run as a formula is preceded by an apostrophe; amounts are
    /// numbers, and do not come here.
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
