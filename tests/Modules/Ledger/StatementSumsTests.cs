using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

// A month is summed once for all pages of a statement.
public sealed class StatementSumsTests
{
    [DatabaseTheory]
    public async Task A_page_of_a_closed_month_does_not_sum_it_again(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        var first = (await TestAccount.Ok(story.Api.Get("/v1/statements/2026-05?limit=3"))).Json;
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, "UPDATE ledger_entry SET amount = 2 * amount");

        var second = (await TestAccount.Ok(story.Api.Get($"/v1/statements/2026-05?limit=3&cursor={first.GetProperty("entries").GetProperty("next_cursor")}"))).Json;

        Assert.Equal(first.GetProperty("accounts").GetRawText(), second.GetProperty("accounts").GetRawText());
    }

    [DatabaseTheory]
    public async Task A_month_that_goes_on_is_summed_as_it_is(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var credits = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var statement = (await TestAccount.Ok(account.Api.Get("/v1/statements/2026-05"))).Json;
            credits.Add(statement.GetProperty("accounts")[0].GetProperty("credits_usd").GetRawText());
            await account.Deposit(500);
        }

        Assert.Equal(["1000.00", "1500.00", "2000.00"], credits);
    }
}
