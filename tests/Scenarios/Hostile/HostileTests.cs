using System.Globalization;
using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// Sends each request of the corpus byte for byte on a connection of its own to a process of its own.
public sealed class HostileTests
{
    private const int AtLeast = 150;
    private const int AtOnce = 4;
    private const int TimesAtOnce = 8;
    private const long MemoryGrowthMax = 200_000_000;

    [Fact]
    public async Task Every_hostile_request_is_answered_as_documented_and_changes_nothing()
    {
        HostileRequest[] corpus = [.. HostileFraming.All, .. HostileHeads.All, .. HostileBodies.All];
        Assert.InRange(corpus.Length, AtLeast, int.MaxValue);
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database);
        var bearer = await SignUp(server.Server);
        var before = await DatabaseImage.Of(database);
        await Play(server.Server, corpus[..AtOnce], bearer);
        var memory = server.MemoryBytes;

        var wrong = await Play(server.Server, corpus, bearer);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order()));
        Assert.Equal(before, await DatabaseImage.Of(database));
        Assert.InRange(server.MemoryBytes - memory, long.MinValue, MemoryGrowthMax);
        using var api = new ApiClient(server.Server, bearer);
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/v1/balance")).Status);
    }

    [Fact]
    public async Task Requests_that_stop_are_answered_as_documented_when_their_time_is_over()
    {
        HostileRequest[] stops = [.. HostileStops.All];
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database, HostileStops.ShorterTimes);
        var bearer = await SignUp(server.Server);
        await Play(server.Server, stops, bearer, stops.Length);
        var memory = server.MemoryBytes;

        var wrong = await Play(server.Server, [.. Enumerable.Repeat(stops, TimesAtOnce).SelectMany(each => each)], bearer, TimesAtOnce * stops.Length);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order()));
        Assert.InRange(server.MemoryBytes - memory, long.MinValue, MemoryGrowthMax);
    }

    private static async Task<List<string>> Play(Uri server, HostileRequest[] corpus, string bearer, int atOnce = AtOnce)
    {
        var wrong = new List<string>();
        await Parallel.ForEachAsync(corpus, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (request, _) =>
        {
            if (await Fault(server, request, bearer) is { } fault)
            {
                lock (wrong)
                {
                    wrong.Add($"{request.Name}: {fault}");
                }
            }
        });
        return wrong;
    }

    private static async Task<string?> Fault(Uri server, HostileRequest request, string bearer)
    {
        var (head, body) = await RawHttp.Exchange(server, request.As(bearer));
        if (!head.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {request.Status} "), StringComparison.Ordinal))
        {
            return $"not {request.Status} {request.Code} but {head.Split('\r')[0]} {body[..Math.Min(body.Length, 200)]}";
        }

        using var json = JsonDocument.Parse(body);
        var error = json.RootElement;
        return error.GetProperty("code").GetString() != request.Code ? $"not {request.Code} but {body}"
            : !head.Contains($"Request-Id: {error.GetProperty("request_id").GetString()}", StringComparison.OrdinalIgnoreCase) ? $"no Request-Id: {head}"
            : !head.Contains("X-RateLimit-Remaining: ", StringComparison.OrdinalIgnoreCase) ? $"no X-RateLimit: {head}"
            : null;
    }

    private static async Task<string> SignUp(Uri server)
    {
        using var anonymous = new ApiClient(server);
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "hostile@example.com", password = TestAccount.Password }));
        return account.Json.GetProperty("session").GetProperty("token").GetString()!;
    }
}
