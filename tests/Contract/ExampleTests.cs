using System.Text.Json;
using System.Text.RegularExpressions;
using Cryptocardium.Schema;
using Cryptocardium.Tests;

namespace Cryptocardium.Contract.Tests;

/// <summary>Every example of v1.yaml is a value of its schema, with amounts as the API writes them.</summary>
public sealed partial class ExampleTests
{
    private static JsonElement Document => ContractCheck.Document.Document;

    [Fact]
    public void Every_example_of_a_body_fits_its_schema()
    {
        var examples = Bodies(Document.GetProperty("paths"), "paths").Concat(Bodies(Document.GetProperty("x-webhooks"), "x-webhooks")).ToList();
        Assert.True(examples.Count > 300, $"Only {examples.Count} examples were found.");
        Assert.All(examples, example => Assert.Equal("", Faults(example.Schema, example.Value, example.Place)));
    }

    [Fact]
    public void Every_example_of_a_parameter_fits_its_schema() => Assert.All(
        ContractCheck.Document.Operations.SelectMany(operation => operation.Parameters),
        parameter =>
        {
            var hasExample = parameter.Source.TryGetProperty("example", out var example);
            Assert.True(!hasExample || ParameterCheck.Check(parameter, example.ToString()).Count == 0, $"{parameter.Name}: {example}");
        });

    [Fact]
    public void Every_event_has_an_example_of_its_type()
    {
        var types = ContractCheck.Document.Schemas["EventType"].Source.GetProperty("x-extensible-enum").EnumerateArray().Select(type => type.GetString());
        var webhooks = Document.GetProperty("x-webhooks").EnumerateObject().ToList();
        Assert.Equal(types, webhooks.Select(webhook => webhook.Name));
        Assert.All(webhooks, webhook => Assert.Equal(
            webhook.Name, Assert.Single(Bodies(webhook.Value, webhook.Name)).Value.GetProperty("type").GetString()));
    }

    // The JSON bodies below a node, with each of their examples.
    private static IEnumerable<(string Place, SchemaNode Schema, JsonElement Value)> Bodies(JsonElement node, string place)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (node.TryGetProperty("application/json", out var media))
        {
            var schema = ContractCheck.Document.Schema(media.GetProperty("schema"));
            foreach (var example in media.TryGetProperty("examples", out var named) ? named.EnumerateObject().ToArray() : [])
            {
                yield return ($"{place} {example.Name}", schema, ContractCheck.Resolve(example.Value).GetProperty("value"));
            }

            if (media.TryGetProperty("example", out var only))
            {
                yield return (place, schema, only);
            }

            yield break;
        }

        foreach (var member in node.EnumerateObject())
        {
            var inner = ContractCheck.Resolve(member.Value);
            foreach (var found in Bodies(inner, $"{place}/{member.Name}"))
            {
                yield return found;
            }
        }
    }

    private static string Faults(SchemaNode schema, JsonElement value, string place)
    {
        var violations = new List<Violation>();
        SchemaValidator.ValidateJson(value, schema, violations);
        var isRequest = place.StartsWith("paths", StringComparison.Ordinal) && place.Contains("/requestBody/", StringComparison.Ordinal);
        var faults = violations.Select(violation => violation.Message).Concat(Unknown(schema, value, "")).Concat(isRequest ? [] : Inexact(schema, value, "")).ToList();
        return faults.Count == 0 ? "" : $"{place}: {string.Join(" ", faults)}";
    }

    // An answer may grow, but an example shows no member that the schema does not describe.
    private static IEnumerable<string> Unknown(SchemaNode schema, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany(item => schema.Items is { } items ? Unknown(items, item, path) : []);
        }

        if (value.ValueKind != JsonValueKind.Object || schema.Properties.Count == 0)
        {
            return [];
        }

        return value.EnumerateObject().SelectMany(member =>
            schema.Properties.FirstOrDefault(property => property.Name == member.Name) is { } known
                ? Unknown(known.Schema, member.Value, $"{path}.{member.Name}")
                : [$"{path}.{member.Name} is not in the schema."]);
    }

    private static IEnumerable<string> Inexact(SchemaNode schema, JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Number when schema.IsUsd && !TwoDecimals().IsMatch(value.GetRawText()) => [$"{path} is {value.GetRawText()}."],
        JsonValueKind.Array when schema.Items is { } items => value.EnumerateArray().SelectMany(item => Inexact(items, item, path)),
        JsonValueKind.Object => schema.Properties
            .Where(member => value.TryGetProperty(member.Name, out _))
            .SelectMany(member => Inexact(member.Schema, value.GetProperty(member.Name), $"{path}.{member.Name}")),
        _ => [],
    };

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]{2}$")]
    private static partial Regex TwoDecimals();
}
