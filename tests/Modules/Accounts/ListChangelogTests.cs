using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class ListChangelogTests
{
    [Fact]
    public async Task The_changelog_begins_with_the_version_that_runs()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        var status = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));
        var all = await Versions(host, "/v1/changelog");
        var first = await TestAccount.Ok(host.Anonymous.Get("/v1/changelog?limit=2"));

        Assert.Equal(all[0], status["version"]);
        Assert.Equal(all[..2], Names(first));
        Assert.Equal(all[2..], await Versions(host, $"/v1/changelog?cursor={first["next_cursor"]}"));
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/changelog?cursor=0.1.0")).Code);
    }

    private static async Task<List<string>> Versions(TestHost host, string path) => Names(await TestAccount.Ok(host.Anonymous.Get(path)));

    private static List<string> Names(Answer page) =>
        [.. page.Json.GetProperty("data").EnumerateArray().Select(change => change.GetProperty("version").GetString()!)];
}
