using System.Text.Json;
using Cryptocardium.Tests;

namespace Cryptocardium.Architecture.Tests;

/// <summary>The member <c>object</c> names one shape, so that a client can choose its type by it.</summary>
public sealed class ObjectTests
{
    // Each list has this constant; its rows have their own.
    private const string List = "list";

    // Each family of events has its own data; the type of the event names it.
    private const string Event = "event";

    private static readonly IReadOnlyList<(string Constant, string Name, JsonElement Schema)> All =
    [
        .. from schema in ContractCheck.Document.Document.GetProperty("components").GetProperty("schemas").EnumerateObject()
           where schema.Value.TryGetProperty("properties", out var properties) && properties.TryGetProperty("object", out _)
           let member = schema.Value.GetProperty("properties").GetProperty("object")
           where member.TryGetProperty("enum", out _)
           select (member.GetProperty("enum")[0].GetString()!, schema.Name, schema.Value),
    ];

    [Fact]
    public void An_object_names_one_shape_which_some_answers_extend_by_optional_members() => Violations.None(
        "Two shapes of one object differ by more than optional members:",
        from same in All.Where(each => each.Constant is not (List or Event)).GroupBy(each => each.Constant)
        let smallest = same.MinBy(each => Members(each.Schema).Count())
        from other in same
        from member in Members(smallest.Schema).Except(Members(other.Schema)).Concat(Required(other.Schema).Except(Required(smallest.Schema)))
        select $"{same.Key}: {smallest.Name} and {other.Name} differ by {member}");

    private static IEnumerable<string> Members(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(member => $"{member.Name} {TypeOf(member.Value)}");

    private static IEnumerable<string> Required(JsonElement schema) => schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);

    private static string TypeOf(JsonElement member) => member.TryGetProperty("$ref", out var reference) ? reference.GetString()! : member.GetProperty("type").GetString()!;
}
