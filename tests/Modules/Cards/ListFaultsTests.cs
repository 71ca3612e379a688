using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListFaultsTests
{
    [DatabaseTheory]
    public async Task The_latest_fault_of_each_type_and_mode_is_listed_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUp();
        await other.Inject(new { type = "issuer_outage" });
        await account.Inject(new { type = "issuer_outage" });
        var outage = (await account.Inject(new { type = "issuer_outage", duration_seconds = 1 }))["id"];
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var late = (await account.Inject(new { type = "issuer_latency", latency_ms = 5, mode = "sandbox" }))["id"];
        var down = (await account.Inject(new { type = "issuer_outage", mode = "sandbox" }))["id"];
        (string Query, string[] Expected)[] rows =
        [
            ("", [down, late, outage]),
            ("&sort=created_at", [outage, late, down]),
            ("&type=issuer_outage", [down, outage]),
            ("&mode=sandbox", [down, late]),
            ("&type=issuer_latency&mode=live", []),
            ("&created_after=2026-05-19T07:30:05Z", [down, late]),
            ("&created_before=2026-05-19T07:30:05Z", [outage]),
        ];
        foreach (var (query, expected) in rows)
        {
            foreach (var limit in (int[])[100, 1])
            {
                var found = await ListWalk.Ids(account.Api, "/v1/simulate/faults", query, limit);
                Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', found)));
            }
        }
    }
}
