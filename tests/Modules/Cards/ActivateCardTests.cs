using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ActivateCardTests
{
    [DatabaseTheory]
    public async Task A_physical_card_is_activated_once_it_left(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        Assert.Equal("conflict_state", (await account.Api.Post($"/v1/cards/{card}/activate")).Code);
        await TestAccount.Ok(account.Api.Post($"/v1/simulate/cards/{card}/shipment"));
        var activated = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/activate"));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var again = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/activate"));
        Assert.Equal(activated["activated_at"], again["activated_at"]);
        Assert.Equal(activated["updated_at"], again["updated_at"]);
    }

    [DatabaseTheory]
    public async Task A_virtual_card_is_neither_shipped_nor_activated(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        Assert.Equal("resource_not_found", (await account.Api.Get($"/v1/cards/{card}/shipment")).Code);
        Assert.Equal("resource_not_found", (await account.Api.Post($"/v1/simulate/cards/{card}/shipment")).Code);
        Assert.Equal("card_not_physical", (await account.Api.Post($"/v1/cards/{card}/activate")).Code);
    }

    [DatabaseTheory]
    public async Task A_replacement_is_sent_to_the_same_address_and_activated_anew(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssuePhysical();
        await TestAccount.Ok(account.Api.Post($"/v1/simulate/cards/{card}/shipment"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/activate"));
        var replaced = await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = "damaged" }));
        Assert.Equal("", replaced["activated_at"]);
        Assert.Equal("12 St James Square", replaced.Json.GetProperty("shipping").GetProperty("address").GetProperty("line1").GetString());
        Assert.Equal("pending", (await account.Api.Get($"/v1/cards/{replaced["id"]}/shipment"))["status"]);
    }
}
