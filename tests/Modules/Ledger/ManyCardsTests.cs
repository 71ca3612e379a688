using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Ledger;

// However many cards a customer has, a page is a seek.
public sealed class ManyCardsTests
{
    private const int Cards = 130;
    private const string OwnerIndex = "USING INDEX IX_ledger_entry_owner_key_posted_at_account_no_account_seq (owner_key=? AND (posted_at,account_no,account_seq)>(?,?,?)";
    private const string AccountIndex = "USING INDEX IX_ledger_entry_account_no_posted_at_account_seq (account_no=? AND (posted_at,account_seq)>(?,?)";

    [DatabaseTheory]
    public async Task Entries_of_many_cards_are_listed_once_and_in_order(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(5_000);
        for (var i = 0; i < Cards; i++)
        {
            await account.IssueCard(load: 1 + i % 3);
            host.Clock.Advance(TimeSpan.FromMilliseconds(i % 2 * 700));
        }

        // A load is an entry of the treasury and one of the card.
        foreach (var (filter, count) in ((string, int)[])
            [("", 2 * Cards + 1), ("&account=card_available", Cards), ("&account=treasury_available", Cards + 1), ("&account=card_held", 0), ("&mode=sandbox", 0)])
        {
            var ids = await Ids(account.Api, $"/v1/ledger/entries?limit=97{filter}");
            Assert.Equal(count, ids.Count);
            Assert.Equal(count, ids.Distinct().Count());
            Assert.Equal(Enumerable.Reverse(ids), await Ids(account.Api, $"/v1/ledger/entries?limit=61&sort=created_at{filter}"));
        }
    }

    [DatabaseTheory]
    public async Task The_proof_shows_all_accounts_page_by_page_and_one_total(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(5_000);
        for (var i = 0; i < 7; i++)
        {
            await account.IssueCard(load: 10);
        }

        var whole = (await TestAccount.Ok(account.Api.Get("/v1/ledger/proof"))).Json;
        Assert.False(whole.GetProperty("has_more").GetBoolean());
        var pages = new List<string>();
        var cursor = "";
        do
        {
            var page = (await TestAccount.Ok(account.Api.Get($"/v1/ledger/proof?limit=3{cursor}"))).Json;
            Assert.Equal(whole.GetProperty("total_usd").GetRawText(), page.GetProperty("total_usd").GetRawText());
            Assert.InRange(page.GetProperty("accounts").GetArrayLength(), 1, 3);
            pages.AddRange(page.GetProperty("accounts").EnumerateArray().Select(item => item.GetRawText()));
            cursor = page.TryGetProperty("next_cursor", out var next) ? $"&cursor={next.GetString()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(whole.GetProperty("accounts").EnumerateArray().Select(item => item.GetRawText()), pages);
        Assert.Equal(8, pages.Count);
        foreach (var wrong in (string[])["0", "1", "999999", "x", "00" + await Treasury(host, account.Id)])
        {
            Assert.Equal("invalid_cursor", (await account.Api.Get($"/v1/ledger/proof?cursor={wrong}")).Code);
        }
    }

    [Fact]
    public async Task Every_list_begins_with_a_seek_and_sorts_nothing()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var connection = new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        foreach (var (statement, seek) in ((Statement, string)[])
            [
                (EntrySql.Up, OwnerIndex), (EntrySql.Down, OwnerIndex), (EntryStream.Select, OwnerIndex),
                (EntrySql.AccountUp, AccountIndex), (EntrySql.AccountDown, AccountIndex),
            ])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
            foreach (var name in statement.Parameters)
            {
                command.Parameters.AddWithValue("@" + name, 1);
            }

            await using var reader = await command.ExecuteReaderAsync();
            var plan = new List<string>();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(3));
            }

            Assert.StartsWith($"SEARCH e {seek}", plan[0], StringComparison.Ordinal);
            Assert.All(plan.Skip(1), step => Assert.Matches("^SEARCH [aj] USING INTEGER PRIMARY KEY", step));
        }
    }

    private static async Task<List<string>> Ids(ApiClient api, string path)
    {
        var ids = new List<string>();
        var cursor = "";
        do
        {
            var page = (await TestAccount.Ok(api.Get(path + cursor))).Json;
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(Id));
            cursor = page.TryGetProperty("next_cursor", out var next) ? $"&cursor={next.GetString()}" : "";
        }
        while (cursor.Length > 0);
        return ids;
    }

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;

    private static async Task<string> Treasury(TestHost host, string account)
    {
        await using var connection = await Sql.Open(host.Database);
        return ((long)(await Sql.One(connection, $"SELECT no FROM ledger_account WHERE code = 'live:U.avail:{account}'"))!).ToString(CultureInfo.InvariantCulture);
    }
}
