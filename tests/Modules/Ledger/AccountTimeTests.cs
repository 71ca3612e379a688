using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Tests.Ledger;

// The time of an account never goes back, so the index finds its last entry before a time.
public sealed class AccountTimeTests
{
    [DatabaseTheory]
    public async Task A_clock_that_was_set_back_posts_no_entry_before_the_last(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var moved = (await account.Api.Get("/v1/balance"))["updated_at"];

        // The card's accounts are new and could take the earlier time. The treasury already has the later one.
        host.Clock.SetBack(TimeSpan.FromHours(3));
        var card = await account.IssueCard(load: 100);
        await account.Authorize(card, 40);
        Assert.Equal(moved, (await account.Api.Get("/v1/balance"))["updated_at"]);
        await BooksAudit.Check(host.Database);

        host.Clock.Advance(TimeSpan.FromHours(4));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unload"));
        Assert.Equal(
            host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            (await account.Api.Get("/v1/balance"))["updated_at"]);
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_move_that_is_taken_back_leaves_the_account_as_it_was(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        await account.IssueCard(load: 100);
        await using var connection = await Sql.Open(host.Database);
        var code = $"live:U.avail:{account.Id}";
        var select = $"SELECT balance || '/' || account_seq || '/' || moved_at FROM ledger_account WHERE code = '{code}'";
        var before = await Sql.One(connection, select);

        await Sql.Run(connection, LedgerSql.Move, -1_000_000L, host.Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds(), code);
        Assert.NotEqual(before, await Sql.One(connection, select));
        await Sql.Run(connection, LedgerSql.MoveBack, -1_000_000L, code);

        Assert.Equal(before, await Sql.One(connection, select));
    }

    [DatabaseTheory]
    public async Task The_hash_covers_whose_account_it_is_and_what_it_is_called(Engine engine)
    {
        foreach (var edit in (string[])
            [
                "UPDATE ledger_account SET owner = 'acc_00000000000000000000beef' WHERE code LIKE 'live:U.avail:%'",
                "UPDATE ledger_account SET owner = NULL WHERE code LIKE 'live:C.avail:%'",
                "UPDATE ledger_account SET code = 'live:U.wd:x' WHERE code LIKE 'live:U.avail:%'",
            ])
        {
            await using var host = await TestHost.Start(engine);
            using var account = await host.SignUpWith(1000);
            await account.IssueCard(load: 100);
            await BooksAudit.Check(host.Database);

            await using var connection = await Sql.Open(host.Database);
            await Sql.Run(connection, edit);

            var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => BooksAudit.Check(host.Database));
            Assert.Contains("its hash differs", found.Message, StringComparison.Ordinal);
        }
    }
}
