using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Domain;

// Checks the columns of a ledger account against its code, which implies its book, class, side, floor and owner.
internal static class ChartCheck
{
    private const string AccountPrefix = "acc_";
    private const string CardPrefix = "card_";

    private static readonly Dictionary<string, AccountClass> ClassByCode = Chart.Classes.ToDictionary(line => line.Code, StringComparer.Ordinal);

    /// <returns>The first contradiction as a text; null when there is none.</returns>
    public static string? FaultOf(UnverifiedAccount account)
    {
        if (account.Unreadable is { } column)
        {
            return $"the {column} of its account {account.Code} cannot be read";
        }

        var parts = account.Code.Split(':', 3);
        var chart = parts.Length > 1 ? parts[1].Split('/')[0] : "";
        if (!ClassByCode.TryGetValue(chart, out var line))
        {
            return $"its account {account.Code} is not in the chart";
        }

        var subject = parts.Length > 2 ? parts[2] : "";
        return account.Class != line.Code ? Differs(account, "class")
            : parts[0] != account.Mode.Text() || (account.No & 1) != (account.Mode == Mode.Live ? 1 : 0) ? Differs(account, "book")
            : account.IsDebit != line.IsDebit ? Differs(account, "side")
            : account.IsVisible != line.IsVisible ? Differs(account, "visibility")
            : account.Floor != (line.HasFloor ? 0L : null) ? Differs(account, "floor")
            : !IsOwner(account.Owner, subject) ? Differs(account, "owner")
            : null;
    }

    private static bool IsOwner(string owner, string subject) =>
        subject.StartsWith(AccountPrefix, StringComparison.Ordinal) ? owner == subject
        : subject.StartsWith(CardPrefix, StringComparison.Ordinal) ? owner.StartsWith(AccountPrefix, StringComparison.Ordinal)
        : owner.Length == 0;

    private static string Differs(UnverifiedAccount account, string what) => $"the {what} of its account {account.Code} is not the chart's";
}
