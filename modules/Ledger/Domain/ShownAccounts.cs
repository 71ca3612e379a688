namespace Cryptocardium.Ledger.Domain;

// What customers call the lines of the chart that hold their money. The memo of announced top-ups is visible in the balance, but is
// no money yet: it has no name here, and stands in no entry, proof or statement.
internal static class ShownAccounts
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["U.avail"] = "treasury_available",
        ["U.wd"] = "withdrawal_reserved",
        ["C.avail"] = "card_available",
        ["C.hold"] = "card_held",
        ["A.recv"] = "receivable",
    };

    /// <summary>The names in the order of the chart.</summary>
    public static IReadOnlyList<string> InOrder { get; } = [.. Names.Values];

    /// <summary>The name of a line of the chart; null when customers do not see it.</summary>
    public static string? NameOf(string classCode) => Names.GetValueOrDefault(classCode);

    /// <summary>Whether the accounts of a line are kept for a card.</summary>
    public static bool IsOfCard(string classCode) => classCode.StartsWith("C.", StringComparison.Ordinal);
}
