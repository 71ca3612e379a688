using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Domain;

// Names in the API of the classes that hold money of customers. The memo of announced top-ups is part of the balance but not yet money,
// so it has no name and is in no entry, proof or statement.
internal static class VisibleAccounts
{
    private const string CardMark = "_";

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

    /// <summary>The class of a name of the contract.</summary>
    public static string ClassOf(string name) => Lines[name];

    /// <summary>A cursor that names an account by its class and card, so that it tells nothing of other customers.</summary>
    public static string CursorOf(VisibleAccount account) => account.CardId is { } card ? $"{account.Name}{CardMark}{card}" : account.Name;

    /// <summary>The code of the account that a cursor names; null when it names none.</summary>
    public static string? CodeAt(string cursor, AccountId owner, Mode mode)
    {
        foreach (var (classCode, name) in Names)
        {
            if (!IsOfCard(classCode) && cursor == name)
            {
                return CodeOf(classCode, mode, owner.Value);
            }

            if (IsOfCard(classCode) && cursor.StartsWith(name + CardMark, StringComparison.Ordinal))
            {
                return CodeOf(classCode, mode, cursor[(name.Length + CardMark.Length)..]);
            }
        }

        return null;
    }

    /// <summary>The code of an account of a class.</summary>
    public static string CodeOf(string classCode, Mode mode, string subject) =>
        new ChartAccount(new AccountClass(classCode), mode, subject, default).Code;

    /// <summary>Whether a balance of the class is owed by the customer.</summary>
    public static bool IsOwed(string classCode) => classCode == "A.recv";

    /// <summary>Whether each ledger account of the class belongs to a card.</summary>
    public static bool IsOfCard(string classCode) => classCode.StartsWith("C.", StringComparison.Ordinal);
}
