namespace Cryptocardium.Ledger.Domain;

// What customers call the lines of the chart that hold their money. The memo of announced top-ups is visible in the balance, but is
// no money yet: it has no name here, and stands in no entry, proof or statement.
internal static class VisibleAccounts
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["U.avail"] = "treasury_available",
        ["U.wd"] = "withdrawal_reserved",
        ["C.avail"] = "card_available",
        ["C.hold"] = "card_held",
        ["U.disp"] = "dispute_credit",
        ["A.recv"] = "receivable",
    };

    private static readonly Dictionary<string, string> Lines = Names.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    /// <summary>The lines of the chart that customers see, in its order.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Names.Keys];

    /// <summary>The name of a line of the chart; null when customers do not see it.</summary>
    public static string? NameOf(string classCode) => Names.GetValueOrDefault(classCode);

    /// <summary>The line of the chart that customers call so; null when they call none so.</summary>
    public static string? ClassOf(string name) => Lines.GetValueOrDefault(name);

    /// <summary>Whether the accounts of a line hold what the customer owes.</summary>
    public static bool IsOwed(string classCode) => classCode == "A.recv";

    /// <summary>Whether the accounts of a line are kept for a card.</summary>
    public static bool IsOfCard(string classCode) => classCode.StartsWith("C.", StringComparison.Ordinal);
}
