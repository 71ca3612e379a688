using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class DisputeTimeTests
{
    [DatabaseTheory]
    public async Task A_capture_is_disputable_for_120_days(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var (one, two) = (await DisputeCalls.Buy(account, card, 10), await DisputeCalls.Buy(account, card, 10));

        host.Clock.Advance(TimeSpan.FromDays(120));
        using var intime = await DisputeCalls.SignInAgain(account);
        await DisputeCalls.File(intime, one);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("dispute_window_closed", (await DisputeCalls.TryFile(intime, two)).Code);
    }

    [DatabaseTheory]
    public async Task Deadlines_are_met_by_a_job(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var silent = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, card, 10)))["id"];
        var contested = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, card, 20)))["id"];
        await DisputeCalls.Act(account, contested, "submit");
        await DisputeCalls.Act(account, contested, "represent");

        host.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        await host.RunJobs();
        using (var early = await DisputeCalls.SignInAgain(account))
        {
            Assert.Equal("filed", (await DisputeCalls.Get(early, silent))["stage"]);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();
        using (var later = await DisputeCalls.SignInAgain(account))
        {
            Assert.Equal("submitted", (await DisputeCalls.Get(later, silent))["stage"]);
            Assert.Equal("case_lost", (await DisputeCalls.Get(later, contested))["outcome"]);
        }

        host.Clock.Advance(TimeSpan.FromDays(30));
        await host.RunJobs();
        using var last = await DisputeCalls.SignInAgain(account);
        Assert.Equal("won_first_chargeback", (await DisputeCalls.Get(last, silent))["outcome"]);
    }
}
