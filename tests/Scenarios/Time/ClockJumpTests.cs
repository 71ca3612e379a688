using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Time;

// The wall clock of the machine jumps while the product serves. Its monotonic clock goes on.
public sealed class ClockJumpTests
{
    private const string Topup = """{ "amount_usd": 500, "asset": "USDT", "chain": "tron" }""";

    private const string Address = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX";

    private static readonly int[] JumpHours = [2, -2, 11 * 24, -11 * 24];

    [DatabaseTheory]
    public async Task A_jump_of_the_wall_clock_ends_no_session_hold_top_up_or_key(Engine engine)
    {
        await using var host = await TestHost.Start(engine, Steady);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        var held = (await account.Authorize(card, 10))["authorization_id"];
        var open = await TestAccount.Created(account.Api.Post("/v1/topups", Topup, "top-up-1"));
        foreach (var hours in JumpHours)
        {
            host.Clock.SetBack(TimeSpan.FromHours(-hours));
            host.Clock.Advance(TimeSpan.FromSeconds(20));
            await host.RunJobs();

            Assert.Equal((hours, "90.00/10.00"), (hours, await account.CardMoney(card)));
            Assert.Equal((hours, "pending"), (hours, (await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{held}")))["status"]));
            Assert.Equal((hours, "pending"), (hours, (await TestAccount.Ok(account.Api.Get($"/v1/topups/{open["id"]}")))["status"]));
            var again = await account.Api.Post("/v1/topups", Topup, "top-up-1");
            Assert.Equal((hours, open["id"], "true"), (hours, again["id"], again.Header("Idempotent-Replayed")));
        }

        Assert.Equal("operational", await host.StatusOf("ledger"));
    }

    [DatabaseTheory]
    public async Task Sign_in_after_the_clock_was_corrected_succeeds(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        foreach (var hours in JumpHours)
        {
            host.Clock.SetBack(TimeSpan.FromHours(-hours));
            Assert.Equal((hours, HttpStatusCode.Created), (hours, await SignIn(host, account)));
            host.Clock.SetBack(TimeSpan.FromHours(hours));
            Assert.Equal((hours, HttpStatusCode.Created), (hours, await SignIn(host, account)));
        }
    }

    [DatabaseTheory]
    public async Task A_jump_of_the_wall_clock_keeps_a_caller_at_its_limit_no_longer_than_announced(Engine engine)
    {
        await using var host = await TestHost.Start(engine, Steady, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        foreach (var hours in JumpHours)
        {
            while ((await account.Api.Get("/v1/balance")).Status == HttpStatusCode.OK)
            {
            }

            host.Clock.SetBack(TimeSpan.FromHours(-hours));
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal((hours, HttpStatusCode.OK), (hours, (await account.Api.Get("/v1/balance")).Status));
        }
    }

    [DatabaseTheory]
    public async Task A_payout_is_sent_after_the_wall_clock_was_set_back(Engine engine)
    {
        await using var host = await TestHost.Start(engine, Steady);
        await host.RunJobs();
        using var account = await host.SignUpWith(500);
        host.Clock.SetBack(TimeSpan.FromDays(-11));
        var withdrawal = await TestAccount.Created(account.Api.Post("/v1/withdrawals", new { amount_usd = 100, chain = "tron", address = Address }));
        host.Clock.SetBack(TimeSpan.FromDays(11));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RunJobs();

        Assert.Equal("broadcasted", (await TestAccount.Ok(account.Api.Get($"/v1/withdrawals/{withdrawal["id"]}")))["status"]);
    }

    private static async Task<HttpStatusCode> SignIn(TestHost host, TestAccount account) =>
        (await host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = TestAccount.Password })).Status;

    // The clock of the product on the clock of the test, as it is on that of a machine.
    private static void Steady(IServiceCollection services)
    {
        var machine = (FakeTime)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        var start = machine.GetTimestamp();
        services.AddSingleton<TimeProvider>(new SteadyClock(machine, () => machine.GetElapsedTime(start), NullLogger.Instance));
    }
}
