using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Controls;

// Merges the controls of a request into those of a card.
internal static class ControlsReader
{
    /// <summary>The controls of a new card.</summary>
    public static Result<CardControls> Read(IssueCardRequest order, DateTimeOffset now)
    {
        var mcc = Merge(AllowDeny.None, order.Mcc, "mcc.");
        if (mcc.Refused(out var refusal))
        {
            return refusal;
        }

        var geo = Merge(AllowDeny.None, order.Geo, "geo.");
        if (geo.Refused(out refusal))
        {
            return refusal;
        }

        var autoCancel = Merge(default, order.AutoCancel, Usage.None, now);
        return autoCancel.Refused(out refusal) ? refusal : new CardControls
        {
            Limits = order.Limits is null ? SpendingLimits.None : Merge(SpendingLimits.None, order.Limits),
            Mcc = mcc.Value,
            Geo = geo.Value,
            AutoCancel = autoCancel.Value,
        };
    }

    public static SpendingLimits Merge(SpendingLimits current, CardLimitsInput change) => new()
    {
        PerTransaction = change.PerTransactionUsd.Or(current.PerTransaction),
        Daily = change.DailyUsd.Or(current.Daily),
        Weekly = change.WeeklyUsd.Or(current.Weekly),
        Monthly = change.MonthlyUsd.Or(current.Monthly),
        Yearly = change.YearlyUsd.Or(current.Yearly),
        Lifetime = change.LifetimeUsd.Or(current.Lifetime),
        DailyCount = change.DailyCount.Or(current.DailyCount),
        WeeklyCount = change.WeeklyCount.Or(current.WeeklyCount),
        MonthlyCount = change.MonthlyCount.Or(current.MonthlyCount),
        YearlyCount = change.YearlyCount.Or(current.YearlyCount),
        LifetimeCount = change.LifetimeCount.Or(current.LifetimeCount),
    };

    /// <returns>The merged rules, or <c>mcc_group_not_found</c>.</returns>
    public static Result<AllowDeny> Merge(AllowDeny current, CardMccInput? change, string place = "") => change is null
        ? current
        : Merge(current, (change.Allow, change.Deny), place, MccGroups.IsKnown, Errors.MccGroupNotFound, MccHint);

    /// <returns>The merged rules, or <c>country_not_found</c>.</returns>
    public static Result<AllowDeny> Merge(AllowDeny current, CardGeoInput? change, string place = "") => change is null
        ? current
        : Merge(current, (change.Allow, change.Deny), place, Countries.IsKnown, Errors.CountryNotFound, CountryHint);

    /// <returns>The merged rule, or <c>auto_cancel_in_past</c>.</returns>
    public static Result<AutoCancel> Merge(AutoCancel current, Change<AutoCancelInput?> change, Usage usage, DateTimeOffset now)
    {
        if (change.Value is not { } given)
        {
            return change.IsGiven ? default(AutoCancel) : current;
        }

        var merged = new AutoCancel(given.AfterPurchases.Or(current.AfterPurchases), given.At.Or(current.At));
        return given.AfterPurchases.Value is not null && merged.IsSpent(usage)
            ? new Error(Errors.AutoCancelInPast) { Param = "auto_cancel.after_purchases" }
            : given.At.Value is { } at && at <= now ? new Error(Errors.AutoCancelInPast) { Param = "auto_cancel.at" }
            : merged;
    }

    private static Result<AllowDeny> Merge(
        AllowDeny current,
        (Change<IReadOnlyList<string>?> Allow, Change<IReadOnlyList<string>?> Deny) change,
        string place,
        Func<string, bool> isKnown,
        ErrorKind unknown,
        Func<string, string> hint)
    {
        foreach (var (name, words) in new[] { ("allow", change.Allow.Value), ("deny", change.Deny.Value) })
        {
            if (words?.FirstOrDefault(word => !isKnown(word)) is { } word)
            {
                return new Error(unknown) { Param = place + name, Hint = hint(word) };
            }
        }

        return new AllowDeny(
            change.Allow.IsGiven ? AllowDeny.Text(change.Allow.Value ?? []) : current.Allow,
            change.Deny.IsGiven ? AllowDeny.Text(change.Deny.Value ?? []) : current.Deny);
    }

    private static string MccHint(string word) => $"'{word}' is not one of {string.Join(", ", MccGroups.Names.Select(name => MccGroups.Prefix + name))}.";

    private static string CountryHint(string word) => $"'{word}' is not a country code of ISO 3166 alpha-2, such as GB or US.";
}
