using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

public sealed class ListChainsTests
{
    [DatabaseTheory]
    public async Task Chains_are_listed_to_everyone(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        var all = await TestAccount.Ok(host.Anonymous.Get("/v1/chains"));
        var first = await TestAccount.Ok(host.Anonymous.Get("/v1/chains?limit=1"));
        var rest = await TestAccount.Ok(host.Anonymous.Get($"/v1/chains?cursor={first["next_cursor"]}"));

        Assert.Equal(3, all.Json.GetProperty("data").GetArrayLength());
        Assert.Equal("bsc", first["next_cursor"]);
        Assert.Equal(2, rest.Json.GetProperty("data").GetArrayLength());
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/chains?cursor=solana")).Code);
    }
}
