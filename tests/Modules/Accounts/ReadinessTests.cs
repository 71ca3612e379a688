using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class ReadinessTests
{
    [DatabaseTheory]
    public async Task A_program_is_ready_when_what_comes_first_is_done(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var http = new HttpClient { BaseAddress = host.Server };

        using var early = await http.GetAsync("/readyz");
        await host.RunJobs();
        using var late = await http.GetAsync("/readyz");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early.StatusCode, late.StatusCode));
        Assert.Equal(6, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM ledger_journal WHERE type = 'opening_capital'"));
    }
}
