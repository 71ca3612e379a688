using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class LiabilityShiftTests
{
    [DatabaseTheory]
    public async Task An_authenticated_purchase_cannot_be_disputed_as_fraud(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var (authenticated, attempted) = (await Authenticate("authenticated"), await Authenticate("attempted"));

        Assert.Equal("liability_shift", (await DisputeCalls.TryFile(account, authenticated, reason: "fraud")).Code);
        await DisputeCalls.File(account, authenticated, reason: "not_received");
        await DisputeCalls.File(account, attempted, reason: "fraud");

        async Task<string> Authenticate(string result)
        {
            var bought = await TestAccount.Created(account.Api.Post(
                "/v1/simulate/authorizations",
                new { card_id = card, amount_usd = 10, merchant = new { name = "Shop", mcc = "5411" }, three_ds_result = result }));
            return (await account.Capture(bought["authorization_id"]))["id"];
        }
    }
}
