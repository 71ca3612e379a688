using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Http;

// Masks a path for the log. Callers put keys and card numbers into paths, so only words of the contract's routes, ids, months and chains
// are kept.
internal static partial class PathText
{
    private const string Hidden = "...";

    // More parts than any route has.
    private const int PartsMax = 12;

    private static readonly FrozenSet<string> Words =
        Operations.All.SelectMany(operation => operation.Route.Split('/')).Where(word => !word.StartsWith('{')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Plain =
        Operations.All.Select(operation => operation.Route).Where(route => !route.Contains('{', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    public static string Of(PathString path)
    {
        var text = path.Value ?? "";
        return Plain.TryGetValue(text, out var route) ? route : string.Join('/', text.Split('/', PartsMax).Select(Show));
    }

    private static string Show(string part) => Words.Contains(part) || Known().IsMatch(part) ? part : Hidden;

    [GeneratedRegex(@"\A(?:[a-z]{2,5}_[0-9a-f]{24}|[0-9]{4}-[0-9]{2}|tron|ethereum|bsc)\z")]
    private static partial Regex Known();
}
