using System.Text;
using System.Text.Json.Nodes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using Cryptocardium.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Modules.Tests.Pipeline;

/// <summary>Operations run by the neutral call, without HTTP.</summary>
public sealed class OperationCallTests
{
    [DatabaseTheory]
    public async Task A_call_with_a_key_takes_effect_once_and_answers_the_same_bytes_on_every_channel(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        const string Body = """{"type":"virtual","bin":"489517","load_usd":300}""";
        const string Key = "neutral-1";

        var first = await Run(host, account, Operations.IssueCard, Body, Key);
        var again = await Run(host, account, Operations.IssueCard, Body, Key);
        var overHttp = await account.Api.Post("/v1/cards", Body, Key);

        Assert.Equal(201, first.Reply!.Status);
        Assert.Equal(Text(first), Text(again));
        Assert.True(again.Reply!.Replayed);
        Assert.Equal(Text(first), Encoding.UTF8.GetString(overHttp.Body));
        Assert.Equal("true", overHttp.Header("Idempotent-Replayed"));
        Assert.Equal("194.00", await account.Treasury());
    }

    [DatabaseTheory]
    public async Task A_call_that_breaks_the_contract_is_refused_like_over_http(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var refused = await Run(host, account, Operations.IssueCard, """{"type":"virtual","bin":"489517","colour":"red"}""", key: null);

        Assert.Equal(400, refused.Reply!.Status);
        Assert.Equal("unknown_field", JsonNode.Parse(Text(refused))!["code"]!.GetValue<string>());
    }

    [DatabaseTheory]
    public async Task Query_values_are_bound_as_over_http(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        await account.IssueCard();
        await account.IssueCard();
        var query = new Dictionary<string, StringValues> { ["limit"] = "1", ["sort"] = "created_at", ["created_after"] = "2020-01-01T00:00:00Z" };

        var page = await Run(host, account, Operations.ListCards, body: null, key: null, query);
        var overHttp = await account.Api.Get("/v1/cards?limit=1&sort=created_at&created_after=2020-01-01T00:00:00Z");

        Assert.Equal(Encoding.UTF8.GetString(overHttp.Body), Text(page));
        Assert.True(JsonNode.Parse(Text(page))!["has_more"]!.GetValue<bool>());
    }

    private static string Text(OperationAnswer answer) => Encoding.UTF8.GetString(answer.Reply!.Body.Span);

    private static async Task<OperationAnswer> Run(
        TestHost host, TestAccount account, OperationInfo operation, string? body, string? key, Dictionary<string, StringValues>? query = null)
    {
        await using var scope = await host.CallScope(account);
        var neutral = new OperationCall(operation, CallChannel.Mcp, OperationValues.Of(new Dictionary<string, string>(), query))
        {
            Body = body is null ? default : Encoding.UTF8.GetBytes(body),
            IdempotencyKey = key is null ? StringValues.Empty : key,
        };
        return await scope.ServiceProvider.GetRequiredService<IOperations>().Run(neutral, CancellationToken.None);
    }
}
