using System.Text.Json;
using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Domain;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Converts the results of checks to their resources.
internal static class CheckView
{
    public static IReadOnlyList<AuthorizationCheck> Show(IReadOnlyList<CheckResult> checks) => [.. checks.Select(Show)];

    /// <summary>Whether the remedies of the failed checks would approve the purchase.</summary>
    public static bool IsApprovable(IReadOnlyList<CheckResult> checks) => checks.All(check => check.IsPassed || check.Remedy is not null);

    /// <summary>The decision that the response code of an approval stands for.</summary>
    public static string Decision(string code) => code switch
    {
        DeclineCodes.ApprovedInPart => AuthorizationDecision.PartiallyApproved,
        DeclineCodes.Verified => AuthorizationDecision.Verified,
        _ => AuthorizationDecision.Approved,
    };

    private static AuthorizationCheck Show(CheckResult check) => new()
    {
        Name = check.Name,
        Passed = check.IsPassed,
        Input = check.Input,
        Threshold = check.Threshold,
        DeclineReason = check.Decline?.Reason,
        DeclineMessage = check.Decline?.Message,
        SmallestChange = check.Remedy is { } remedy ? Show(remedy) : null,
    };

    private static SmallestChange Show(Remedy remedy) => new()
    {
        Operation = remedy.Operation,
        Body = remedy is { Field: { } field, Value: { } value } ? Body(field.Split('.'), value) : null,
        Omit = remedy is { Field: { } omitted, Value: null } ? [omitted] : null,
        Message = remedy.Message,
    };

    private static Dictionary<string, JsonElement> Body(string[] path, string value)
    {
        var json = path.Skip(1).Reverse().Aggregate(value, (inner, name) => $$"""{"{{name}}":{{inner}}}""");
        return new() { [path[0]] = JsonElement.Parse(json) };
    }
}
