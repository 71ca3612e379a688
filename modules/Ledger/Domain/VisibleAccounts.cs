namespace Cryptocardium.Ledger.Domain;

// Names in the API of the classes that hold money of customers. The memo of announced top-ups is part of the balance but not yet money,
// so it has no name and is in no entry, proof or statement.
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

    /// <summary>The classes that customers see, in the order of the chart.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Names.Keys];

    /// <summary>The name of a class; null when customers do not see it.</summary>
    public static string? NameOf(string classCode) => Names.GetValueOrDefault(classCode);

    /// <summary>The class of a name; null when there is none.</summary>
    public static string? ClassOf(string name) => Lines.GetValueOrDefault(name);

    /// <summary>Whether a balance of the class is owed by the customer.</summary>
    public static bool IsOwed(string classCode) => classCode == "A.recv";

    /// <summary>Whether each ledger account of the class belongs to a card.</summary>
    public static bool IsOfCard(string classCode) => classCode.StartsWith("C.", StringComparison.Ordinal);
}
