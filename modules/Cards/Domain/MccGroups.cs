using System.Collections.Frozen;
using System.Globalization;

namespace Cryptocardium.Cards.Domain;

// Named groups of merchant category codes, for controls, hold windows and tolerances of captures. The codes are those of ISO 18245 with the ranges that the networks assign to single
// airlines, car rentals and hotels (Visa Merchant Data Standards Manual; Mastercard Quick Reference Booklet, merchant edition).
// A code can be in several groups. Groups gain codes that the networks add and never lose any.
internal static class MccGroups
{
    /// <summary>The prefix of a rule that names a group instead of a code.</summary>
    public const string Prefix = "group:";

    private static readonly FrozenDictionary<string, CodeRange[]> ByName = new Dictionary<string, CodeRange[]>
    {
        ["adult"] = [new(5967), new(7273)],
        ["advertising"] = [new(7311)],
        ["airlines"] = [new(3000, 3350), new(4511)],
        ["alcohol"] = [new(5813), new(5921)],
        ["car_rental"] = [new(3351, 3500), new(7512), new(7513), new(7519)],
        ["cash"] = [new(6010), new(6011)],
        ["charity"] = [new(8398), new(8661)],
        ["crypto"] = [new(6051)],
        ["digital_goods"] = [new(5815, 5818)],
        ["education"] = [new(8211), new(8220), new(8241), new(8244), new(8249), new(8299)],
        ["fuel"] = [new(5541), new(5542), new(5552), new(5983)],
        ["gambling"] = [new(7800, 7802), new(7995), new(9406)],
        ["government"] = [new(9211), new(9222), new(9223), new(9311), new(9399), new(9402), new(9405)],
        ["groceries"] = [new(5411), new(5422), new(5441), new(5451), new(5462), new(5499)],
        ["healthcare"] =
        [
            new(4119), new(5912), new(5976), new(8011), new(8021), new(8031), new(8041, 8043), new(8049), new(8050), new(8062), new(8071), new(8099),
        ],
        ["insurance"] = [new(5960), new(6300)],
        ["lodging"] = [new(3501, 3999), new(7011)],
        ["money_transfer"] = [new(4829), new(6050), new(6051), new(6536, 6538), new(6540)],
        ["parking"] = [new(7523)],
        ["restaurants"] = [new(5811, 5814)],
        ["software"] = [new(5734), new(5815, 5818), new(7372)],
        ["subscriptions"] = [new(4899), new(5968)],
        ["telecom"] = [new(4812, 4816), new(4821), new(4899)],
        ["tobacco"] = [new(5993)],
        ["transit"] = [new(4111), new(4112), new(4121), new(4131), new(4784), new(4789)],
        ["travel_agencies"] = [new(4722), new(4723)],
        ["utilities"] = [new(4900)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Without a name in the contract, so no rule can name them.
    private static readonly CodeRange[] Cruises = [new(4411)];
    private static readonly CodeRange[] Tipped = [new(4121), new(5812, 5814), new(7230)];
    private static readonly CodeRange[] FuelPumps = [new(5542)];

    /// <summary>The names of all groups, without the prefix.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether a rule is a code or names an existing group.</summary>
    public static bool IsKnown(string rule) =>
        !rule.StartsWith(Prefix, StringComparison.Ordinal) || ByName.ContainsKey(rule[Prefix.Length..]);

    /// <summary>Whether the final amount is unknown until checkout or return: lodging, car rental, cruises.</summary>
    public static bool IsLodgingOrRental(string mcc)
    {
        var code = Code(mcc);
        return Has(ByName["lodging"], code) || Has(ByName["car_rental"], code) || Has(Cruises, code);
    }

    /// <summary>Whether the purchase is cash, at a counter or at an ATM.</summary>
    public static bool IsCash(string mcc) => Has(ByName["cash"], Code(mcc));

    /// <summary>Whether customers usually add a tip to the authorized amount.</summary>
    public static bool IsTipped(string mcc) => Has(Tipped, Code(mcc));

    /// <summary>Whether the amount is known as soon as the tank is full.</summary>
    public static bool IsFuelPump(string mcc) => Has(FuelPumps, Code(mcc));

    /// <summary>The first rule that matches a code; null when none does.</summary>
    /// <param name="rules">Codes and groups, separated by spaces.</param>
    /// <param name="mcc">The merchant category code.</param>
    public static string? Match(string rules, string mcc)
    {
        foreach (var range in rules.AsSpan().Split(' '))
        {
            var rule = rules.AsSpan(range);
            if (rule.SequenceEqual(mcc) || (rule.StartsWith(Prefix) && Has(ByName[rule[Prefix.Length..].ToString()], Code(mcc))))
            {
                return rule.ToString();
            }
        }

        return null;
    }

    private static int Code(string mcc) => int.Parse(mcc, CultureInfo.InvariantCulture);

    private static bool Has(CodeRange[] group, int code)
    {
        foreach (var range in group)
        {
            if (code >= range.First && code <= range.Last)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct CodeRange(int First, int Last)
    {
        public CodeRange(int only)
            : this(only, only)
        {
        }
    }
}
