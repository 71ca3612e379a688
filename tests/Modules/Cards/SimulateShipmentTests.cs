using System.Net;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateShipmentTests
{
    // Columns: requested statuses (next sends no body, ! marks a refusal), and the final status.
    public static IEnumerable<object[]> Ways =>
    [
        ["", "pending"],
        ["next", "shipped"],
        ["next next", "delivered"],
        ["next next next!", "delivered"],
        ["shipped delivered", "delivered"],
        ["delivered!", "pending"],
        ["shipped shipped!", "shipped"],
        ["failed", "failed"],
        ["shipped failed", "failed"],
        ["shipped failed delivered!", "failed"],
        ["shipped delivered failed!", "delivered"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Ways))]
    public async Task A_shipment_goes_from_station_to_station(Engine engine, string steps, string expected)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        foreach (var step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var status = step.TrimEnd('!');
            var answer = await account.Api.Post($"/v1/simulate/cards/{card}/shipment", status == "next" ? null : new { status });
            Assert.Equal(step.EndsWith('!') ? HttpStatusCode.Conflict : HttpStatusCode.OK, answer.Status);
        }

        var shipment = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/shipment"));
        Assert.Equal((expected, card), (shipment["status"], shipment["card_id"]));
        Assert.Equal(expected != "pending" && steps != "failed", shipment["tracking_number"].StartsWith("SP", StringComparison.Ordinal));
        Assert.Equal(expected == "delivered", shipment["delivered_at"].Length > 0);
        Assert.Equal(expected, (await account.Api.Get($"/v1/cards/{card}")).Json.GetProperty("shipping").GetProperty("status").GetString());
    }

    [DatabaseTheory]
    public async Task A_live_card_of_a_real_issuer_is_not_moved(Engine engine)
    {
        await using var host = await TestHost.Start(engine, services => services.AddScoped<ICardIssuer, RealIssuer>());
        using var account = await host.SignUpWith(500);
        var refused = await account.Api.Post($"/v1/simulate/cards/{await account.IssuePhysical()}/shipment");
        Assert.Equal((HttpStatusCode.Forbidden, "sandbox_only"), (refused.Status, refused.Code));
    }
}
