using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Ledger;

namespace Cryptocardium.Tests.Accounts;

// A credit that settles a debt changes another balance than the one of the command, so it has an event of its own.
public sealed class BalanceChangeTests
{
    [DatabaseTheory]
    public async Task A_debt_that_a_deposit_pays_is_told_in_the_book_where_it_was_paid(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(100);
        var card = await account.IssueCard(load: 50);
        var purchase = await account.Authorize(card, 10);
        await account.Capture(purchase["authorization_id"], 500);

        // This deposit switches the account to its live book. The debt is in the sandbox book.
        await account.Deposit(500);
        Assert.Null(await Told(host));
        await account.Deposit(190);

        var told = await Told(host);
        Assert.NotNull(told);
        Assert.Equal("sandbox", told.RootElement.GetProperty("mode").GetString());
        Assert.Equal("0.00", told.RootElement.GetProperty("balance_usd").GetRawText());
    }

    private static async Task<JsonDocument?> Told(TestHost host)
    {
        await using var connection = await Sql.Open(host.Database);
        return await Sql.One(connection, "SELECT resource FROM kernel_event WHERE type = 'account.balance_changed' AND mode = 'sandbox'")
            is byte[] resource ? JsonDocument.Parse(Encoding.UTF8.GetString(resource)) : null;
    }
}
