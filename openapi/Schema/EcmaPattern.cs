using System.Text;
using System.Text.RegularExpressions;

namespace Cryptocardium.Schema;

/// <summary>Translates a pattern from the ECMAScript dialect to the .NET dialect.</summary>
internal static class EcmaPattern
{
    // NonBacktracking takes linear time, so no timeout is needed, and the result does not depend on the load of the machine.
    public static Regex Compile(string pattern) =>
        new(Translate(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    // In .NET, $ also matches before a final line feed, . matches a carriage return, and \d and \w match other scripts.
    private static string Translate(string pattern)
    {
        var translated = new StringBuilder(pattern.Length);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                translated.Append(Escape(pattern[++i], inClass));
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            translated.Append((c, inClass) switch
            {
                ('$', false) => @"\z",
                ('.', false) => @"[^\n\r\u2028\u2029]",
                _ => c.ToString(),
            });
        }

        return translated.ToString();
    }

    private static string Escape(char c, bool inClass) => (c, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', true) => "a-zA-Z0-9_",
        ('w', false) => "[a-zA-Z0-9_]",
        ('W', false) => "[^a-zA-Z0-9_]",
        ('/', _) => "/",
        _ => $"\\{c}",
    };
}
