using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Ledger;

// A page of entries is one index seek, no matter how many cards a customer has.
public sealed class ManyCardsTests
{
    private const int Cards = 130;
    private const string OwnerIndex = "USING INDEX IX_ledger_entry_owner_key_posted_at_account_no_account_seq (owner_key=? AND (posted_at,account_no,account_seq)>(?,?,?)";
    private const string TimeIndex = "USING INDEX IX_ledger_entry_owner_key_posted_at_account_no_account_seq (owner_key=? AND posted_at=?)";
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

        // A load has one entry of the treasury and one of the card.
        foreach (var (filter, count) in ((string, int)[])
            [("", 2 * Cards + 1), ("&account_type=card_available", Cards), ("&account_type=treasury_available", Cards + 1), ("&account_type=card_held", 0), ("&mode=sandbox", 0)])
        {
            var ids = await Ids(account.Api, $"/v1/ledger/entries?limit=97{filter}");
            Assert.Equal(count, ids.Count);
            Assert.Equal(count, ids.Distinct().Count());
            Assert.Equal(Enumerable.Reverse(ids), await Ids(account.Api, $"/v1/ledger/entries?limit=61&sort=created_at{filter}"));
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
                (EntrySql.AtTime, TimeIndex), (EntrySql.OfJournal, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
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

            Assert.StartsWith($"SEARCH e {seek}", plan[0].Replace("COVERING INDEX", "INDEX", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(plan.Skip(1), step => Assert.Matches("^(SEARCH [ajfr] USING (INTEGER PRIMARY KEY|COVERING INDEX)|CORRELATED SCALAR SUBQUERY)", step));
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
}
