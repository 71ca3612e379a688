using System.Diagnostics;
using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios;

// One credential calls two nodes at once, with more than it may; when it is refused it waits as it was told.
[Trait("Suite", "Soak")]
public sealed class SharedLimitTests(ITestOutputHelper output)
{
    private const int PerSecond = 60;
    private const int Burst = 100;
    private const double Tolerance = 1.05;

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

        for (var round = 0; round < Budget.Of(everyChange: 3, soak: 12); round++)
        {
            var watch = Stopwatch.StartNew();
            var answers = await Task.WhenAll(Enumerable.Range(0, Burst).Select(i => (i % 2 == 0 ? toOne : toTwo).Get("/v1/balance")));
            var seconds = (int)watch.Elapsed.TotalSeconds;

            var passed = answers.Count(answer => answer.Status == HttpStatusCode.OK);
            var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
            output.WriteLine($"round {round}: {passed} of {Burst} passed in {watch.ElapsedMilliseconds} ms");
            Assert.InRange(passed, PerSecond, (int)(PerSecond * (seconds + 1) * Tolerance));
            Assert.All(refused, answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
            await Task.Delay(TimeSpan.FromSeconds(refused.Max(Wait) + 1));
        }
    }

    private static int Wait(Answer refused) => int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
}
