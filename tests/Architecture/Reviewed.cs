namespace Cryptocardium.Architecture.Tests;

/// <summary>The places that may read owned rows past the caller's filter, each with its reason. An entry that nothing needs fails, too.</summary>
internal static class Reviewed
{
    private const string Found = "by the id of a row that the filter let through";
    private const string Job = "for jobs and operators, which serve every account";

    /// <summary>LINQ: type and method.</summary>
    public static readonly IReadOnlyDictionary<string, string> Queries = new Dictionary<string, string>();

    /// <summary>SQL: type and field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Statements = new Dictionary<string, string>();

    /// <summary>Filters of a whole account: type and method.</summary>
    public static readonly IReadOnlyDictionary<string, string> WholeAccounts = new Dictionary<string, string>();

    public static void Check(string rule, IReadOnlyDictionary<string, string> reviewed, IEnumerable<string> found)
    {
        var places = found.ToHashSet(StringComparer.Ordinal);
        Violations.None(rule, places.Where(place => !reviewed.ContainsKey(place)));
        Violations.None("These entries are no longer needed:", reviewed.Keys.Where(place => !places.Contains(place)));
    }
}
