using System.Net;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

public sealed class InjectFaultTests
{
    // Invalid requests of an account outside production, with the expected refusal.
    private static readonly (string Body, int Status, string Code, string Param)[] BadInput =
    [
        ("{}", 400, "missing_required_field", "type"),
        ("""{"type":"issuer_fire"}""", 400, "invalid_value", "type"),
        ("""{"type":"issuer_latency"}""", 400, "missing_required_field", "latency_ms"),
        ("""{"type":"issuer_latency","latency_ms":1,"duration_seconds":0}""", 400, "out_of_range", "duration_seconds"),
        ("""{"type":"issuer_latency","latency_ms":0}""", 400, "out_of_range", "latency_ms"),
        ("""{"type":"issuer_latency","latency_ms":10001}""", 400, "out_of_range", "latency_ms"),
        ("""{"type":"issuer_outage","latency_ms":1}""", 422, "latency_not_allowed", "latency_ms"),
        ("""{"type":"issuer_outage","duration_seconds":-1}""", 400, "out_of_range", "duration_seconds"),
        ("""{"type":"issuer_outage","duration_seconds":3601}""", 400, "out_of_range", "duration_seconds"),
        ("""{"type":"issuer_outage","mode":"live"}""", 403, "mode_not_allowed", "mode"),
        ("""{"type":"issuer_outage","mode":"test"}""", 400, "invalid_value", "mode"),
        ("""{"type":"issuer_outage","until":"tomorrow"}""", 400, "unknown_field", "until"),
    ];

    [DatabaseTheory]
    public async Task A_fault_says_what_fails_and_until_when(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();

        var outage = await account.Inject(new { type = "issuer_outage" });
        Assert.Equal(("fault", "issuer_outage", "sandbox", ""), (outage["object"], outage["type"], outage["mode"], outage["latency_ms"]));
        Assert.Equal(("2026-05-19T07:30:00Z", "2026-05-19T07:31:00Z"), (outage["created_at"], outage["ends_at"]));
        var latency = await account.Inject(new { type = "issuer_latency", latency_ms = 10_000, duration_seconds = 3_600 });
        Assert.Equal(("10000", "2026-05-19T08:30:00Z"), (latency["latency_ms"], latency["ends_at"]));
        Assert.StartsWith("flt_", latency["id"], StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task An_invalid_fault_is_refused_and_changes_nothing(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var before = await DatabaseImage.Of(host.Database);
        foreach (var (body, status, code, param) in BadInput)
        {
            var answer = await account.Api.Post("/v1/simulate/faults", body);
            Assert.Equal((body, status, code, param), (body, (int)answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    [DatabaseTheory]
    public async Task A_real_issuer_of_the_live_book_is_not_made_to_fail(Engine engine)
    {
        await using var host = await TestHost.Start(engine, services => services.AddScoped<ICardIssuer, RealIssuer>());
        using var account = await host.SignUpWith(500);

        var refused = await account.Api.Post("/v1/simulate/faults", new { type = "issuer_outage" });

        Assert.Equal((HttpStatusCode.Forbidden, "sandbox_only"), (refused.Status, refused.Code));
        Assert.Equal("sandbox", (await account.Inject(new { type = "issuer_outage", mode = "sandbox" }))["mode"]);
    }
}
