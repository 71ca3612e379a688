using System.Text.Json;
using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// Texts about lists of rules for explanations. A list is JSON, as in the request of the operation.
internal static class RuleText
{
    private const string Allow = "allow";
    private const string Deny = "deny";

    public static string? Threshold(bool isDeny, string rules) =>
        rules.Length == 0 ? null : (isDeny ? "none of " : "one of ") + rules.Replace(" ", ", ", StringComparison.Ordinal);

    public static Remedy Remove(string operation, string rules, Predicate<string> isGone, string message) =>
        new(operation, Deny, JsonSerializer.Serialize(AllowDeny.Words(rules).Where(rule => !isGone(rule))), message);

    public static Remedy Add(string operation, string rules, string rule, string message) =>
        new(operation, Allow, JsonSerializer.Serialize(AllowDeny.Words(rules).Append(rule)), message);
}
