using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Webhooks;

public sealed class ListEventTypesTests
{
    [Fact]
    public async Task Every_type_is_listed_with_its_schema_in_the_order_of_the_contract()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        var all = (await TestAccount.Ok(host.Anonymous.Get("/v1/event_types"))).Json.GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(EventTypes.All.Select(type => type.Name), all.Select(type => type.GetProperty("type").GetString()));
        Assert.All(all, type => Assert.True(ContractCheck.Document.Schemas.ContainsKey(type.GetProperty("schema").GetString()!)));
        var page = await TestAccount.Ok(host.Anonymous.Get("/v1/event_types?limit=2&cursor=card.issued"));
        Assert.Equal(["card.loaded", "card.unloaded"], page.Json.GetProperty("data").EnumerateArray().Select(type => type.GetProperty("type").GetString()));
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/event_types?cursor=card.lost")).Code);
    }
}
