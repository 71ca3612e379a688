using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

public sealed class ListStatementsTests
{
    private static readonly string[] Months = ["2026-05", "2026-06", "2026-07"];

    [DatabaseTheory]
    public async Task The_list_shows_the_same_months_newest_first(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);

        var listed = (await TestAccount.Ok(story.Api.Get("/v1/statements"))).Json.GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(Months.Reverse(), listed.Select(statement => statement.GetProperty("period").GetString()));
        Assert.Equal(["open", "closed", "closed"], listed.Select(statement => statement.GetProperty("status").GetString()));
        foreach (var statement in listed)
        {
            var one = (await TestAccount.Ok(story.Api.Get($"/v1/statements/{statement.GetProperty("period").GetString()}"))).Json;
            Assert.Equal(("statement_summary", "statement"), (statement.GetProperty("object").GetString(), one.GetProperty("object").GetString()));
            Assert.All(statement.EnumerateObject().Where(member => member.Name != "object"), member => Assert.Equal(member.Value.GetRawText(), one.GetProperty(member.Name).GetRawText()));
        }

        var first = await TestAccount.Ok(story.Api.Get("/v1/statements?limit=2"));
        Assert.Equal(("true", "2026_06"), (first["has_more"], first["next_cursor"]));
        var second = await TestAccount.Ok(story.Api.Get("/v1/statements?limit=2&cursor=2026_06"));
        Assert.Equal("2026-05", second.Json.GetProperty("data").EnumerateArray().Single().GetProperty("period").GetString());
        Assert.Equal(("false", ""), (second["has_more"], second["next_cursor"]));
        foreach (var cursor in (string[])["2026_04", "2026_08", "2026_13", "2026-06", "never", "ent_6a0c1a8c"])
        {
            Assert.Equal("invalid_cursor", (await story.Api.Get($"/v1/statements?cursor={cursor}")).Code);
        }

        Assert.Empty((await TestAccount.Ok(story.Api.Get("/v1/statements?mode=sandbox"))).Json.GetProperty("data").EnumerateArray());
    }
}
