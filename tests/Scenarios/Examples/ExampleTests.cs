using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Schema;
using Cryptocardium.Tests.Scenarios.Matrix;
using Cryptocardium.Tests.Scenarios.Wire;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Examples;

// The examples of the contract against the running server: each request is sent and succeeds, and what the server answers has no member
// that the examples of its schema leave out.
public sealed class ExampleTests
{
    [DatabaseTheory]
    public async Task Every_request_example_is_sent_and_succeeds(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        var faults = new List<string>();
        foreach (var operation in ContractCheck.Document.Operations)
        {
            foreach (var (name, body) in Requests(operation))
            {
                var world = await ExampleWorld.For(operation.Id, host);
                using var account = world.Account;
                var example = new ExampleRequest(operation);
                using var request = example.With(body is null ? null : Encoding.UTF8.GetBytes(world.Replace(body)), world.Replace(example.Path));
                var answer = await (operation.Scope == "public" ? host.Anonymous : account.Api).Send(request);
                if ((int)answer.Status is < 200 or > 299)
                {
                    faults.Add($"{operation.Id} {name}: {answer}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [DatabaseTheory]
    public async Task The_examples_of_a_schema_show_every_member_that_the_server_answers(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var answered = new Dictionary<string, HashSet<string>>();
        await new WireStory(host, (name, answer) => Add(answered, name.Split('.')[0], answer.Json)).Run();
        var shown = new Dictionary<string, HashSet<string>>();
        foreach (var (schema, value) in Answers())
        {
            Add(shown, schema, value);
        }

        var missing = (
            from schema in answered
            from member in schema.Value.Except(shown.GetValueOrDefault(schema.Key) ?? [])
            orderby schema.Key, member
            select $"{schema.Key}: {member}").ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<(string Name, string? Body)> Requests(ContractOperation operation)
    {
        if (!operation.Source.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var media))
        {
            return [("without a body", null)];
        }

        var examples = media.GetProperty("examples").EnumerateObject().Select(example => (example.Name, (string?)Value(example.Value).GetRawText()));
        return body.TryGetProperty("required", out var required) && required.GetBoolean() ? examples : examples.Append(("without a body", null));
    }

    // The examples of success, by the schema of their body.
    private static IEnumerable<(string Schema, JsonElement Value)> Answers() =>
        from operation in ContractCheck.Document.Operations
        from response in operation.Source.GetProperty("responses").EnumerateObject()
        let target = ContractCheck.Resolve(response.Value)
        where target.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out _)
        let media = target.GetProperty("content").GetProperty("application/json")
        from value in media.TryGetProperty("examples", out var examples)
            ? examples.EnumerateObject().Select(example => Value(example.Value))
            : [media.GetProperty("example")]
        select (media.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1], value);

    private static void Add(Dictionary<string, HashSet<string>> members, string schema, JsonElement value)
    {
        if (!members.TryGetValue(schema, out var known))
        {
            members[schema] = known = new(StringComparer.Ordinal);
        }

        known.UnionWith(Members(value, ""));
    }

    private static IEnumerable<string> Members(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Members(member.Value, $"{path}.{member.Name}").Prepend($"{path}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Members(item, path)),
        _ => [],
    };

    private static JsonElement Value(JsonElement example) => ContractCheck.Resolve(example).GetProperty("value");
}
