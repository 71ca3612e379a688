using System.Globalization;
using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// The number of purchases in a period. Increments and account verifications do not count.
internal sealed class CountCheck(string name, Func<SpendingLimits, int?> most, Func<Usage, int> used) : Check(name)
{
    private const string Suffix = "_limit";

    // The limit's member in requests: the name without its suffix.
    private readonly string field = name[..^Suffix.Length];

    public override Decline? Failure(Authorization asked) =>
        asked.IsPurchase && most(asked.Controls.Limits) is { } count && used(asked.Usage) >= count ? DeclineCodes.TransactionCountLimit : null;

    public override string? Input(Authorization asked) => most(asked.Controls.Limits) is null ? null : Needed(asked);

    public override string? Threshold(Authorization asked) => most(asked.Controls.Limits)?.ToString(CultureInfo.InvariantCulture);

    public override Remedy? Remedy(Authorization asked) =>
        new("set_card_limits", field, Needed(asked), $"Raise {field} to {Needed(asked)}.");

    private string Needed(Authorization asked) => (used(asked.Usage) + 1).ToString(CultureInfo.InvariantCulture);
}
