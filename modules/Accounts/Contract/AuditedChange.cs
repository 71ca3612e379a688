using System.Text.Json;

namespace Cryptocardium.Accounts.Contract;

/// <summary>The change of one field by an action, for the audit trail. It never contains a secret.</summary>
/// <param name="Field">The path of the field in its resource, <c>limits.daily_usd</c>.</param>
/// <param name="Before">The value before: text as it is, everything else as JSON. Null when the field had none.</param>
/// <param name="After">The value after, likewise.</param>
public sealed record AuditedChange(string Field, string? Before, string? After)
{
    /// <summary>The members that differ between two states of a JSON object.</summary>
    /// <param name="prefix">The path of the object, with a dot at its end; empty for the resource itself.</param>
    /// <param name="before">The object before; null when there was none.</param>
    /// <param name="after">The object after; null when there is none.</param>
    public static IReadOnlyList<AuditedChange> Between(string prefix, JsonElement? before, JsonElement? after)
    {
        var (old, now) = (Members(before), Members(after));
        return
        [
            .. from name in old.Keys.Union(now.Keys, StringComparer.Ordinal)
               let change = new AuditedChange(prefix + name, old.GetValueOrDefault(name), now.GetValueOrDefault(name))
               where change.Before != change.After
               select change,
        ];
    }

    private static Dictionary<string, string?> Members(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } found
        ? found.EnumerateObject().ToDictionary(member => member.Name, member => (string?)member.Value.ToString(), StringComparer.Ordinal)
        : [];
}
