using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Emit;

/// <summary>Converts names of the contract to C#.</summary>
internal static partial class Names
{
    private static readonly char[] Separators = ['_', '-', '.', ' ', '/', ':'];

    private static readonly HashSet<string> Keywords =
    [
        "as", "base", "bool", "case", "class", "decimal", "default", "event", "fixed", "in", "int", "is", "lock", "long", "new",
        "object", "operator", "out", "override", "params", "ref", "string", "switch", "this", "using",
    ];

    /// <summary><c>card_id</c> → <c>cardId</c>; a keyword gets an at sign.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        var camel = char.ToLower(pascal[0], CultureInfo.InvariantCulture) + pascal[1..];
        return Keywords.Contains(camel) ? "@" + camel : camel;
    }

    /// <summary><c>enable2fa</c> → <c>enable_2fa</c>: an underscore before each capital letter and before a number.</summary>
    public static string Snake(string camel) => Boundary().Replace(camel, "_$0").ToLowerInvariant();

    /// <summary><c>balance_usd</c> → <c>BalanceUsd</c>; a name that begins with a digit gets an underscore.</summary>
    public static string Pascal(string name)
    {
        var words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Concat(words.Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
        return char.IsAsciiDigit(joined[0]) ? "_" + joined : joined;
    }

    [GeneratedRegex("[A-Z]|(?<=[a-z])[0-9]")]
    private static partial Regex Boundary();
}
