using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class LoadCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["load 50", "847.00", "150.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

    [DatabaseTheory]
    public async Task Loads_and_unloads_name_the_journal_of_their_entries(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard();
        var load = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 300 }));
        Assert.Equal("-306.00 300.00", await Amounts(account, load["journal_id"]));
        var unload = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unload", new { amount_usd = 50 }));
        Assert.Equal("-50.00 50.00", await Amounts(account, unload["journal_id"]));
    }

    private static async Task<string> Amounts(TestAccount account, string journal) => string.Join(
        ' ',
        (await TestAccount.Ok(account.Api.Get("/v1/ledger/entries"))).Json.GetProperty("data").EnumerateArray()
            .Where(entry => entry.GetProperty("journal_id").GetString() == journal)
            .Select(entry => entry.GetProperty("amount_usd").GetRawText()).Order(StringComparer.Ordinal));
}
