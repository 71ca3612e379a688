using System.Diagnostics;
using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios;

// One credential exceeds its limit on two nodes at once and waits for the Retry-After of each refusal.
[Trait("Suite", "Soak")]
public sealed class SharedLimitTests(ITestOutputHelper output)
{
    private const int PerSecond = 60;
    private const int Burst = 100;
    private const double Tolerance = 1.05;
    private const int TriesMost = 5;

    [PostgresFact]
    public async Task Two_nodes_together_let_hardly_more_pass_than_one()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        using var one = await ServerProcess.Start(database, "--RateLimits:Scale=1");
        using var two = await ServerProcess.Start(database, "--RateLimits:Scale=1");
        using var anonymous = new ApiClient(one.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "burst@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var toOne = new ApiClient(one.Server, bearer);
        using var toTwo = new ApiClient(two.Server, bearer);

        // A started node counts alone until it knows the other node.
        for (var tries = 0; tries < TriesMost && !await IsShared(toOne, toTwo); tries++)
        {
        }

        for (var round = 0; round < Budget.Of(everyChange: 3, soak: 12); round++)
        {
            Assert.True(await IsShared(toOne, toTwo), "More passed than the limit and its tolerance.");
        }
    }

    // Whether both nodes together accept no more of a burst than one node. Waits until the window is empty again.
    private async Task<bool> IsShared(ApiClient one, ApiClient two)
    {
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, Burst).Select(i => (i % 2 == 0 ? one : two).Get("/v1/balance")));
        var seconds = (int)watch.Elapsed.TotalSeconds;

        var passed = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        output.WriteLine($"{passed} of {Burst} passed in {watch.ElapsedMilliseconds} ms");
        Assert.True(passed >= PerSecond, "Fewer passed than one node alone allows.");
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
        await Task.Delay(TimeSpan.FromSeconds(refused.Select(Wait).DefaultIfEmpty(0).Max() + 1));
        return passed <= (int)(PerSecond * (seconds + 1) * Tolerance);
    }

    private static int Wait(Answer refused) => int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
}
