using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

public sealed class DepositFractionTests
{
    [DatabaseTheory]
    public async Task A_fraction_of_a_cent_is_rounded_down_and_the_rest_is_kept_apart(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        // Columns: units of a token with 18 decimals, balances.
        (string Units, string Books)[] table =
        [
            ("100123456789012345678", "U.avail 100.12, A.chain:bsc 100.123456, R.round 0.003456"),
            ("99999999999999999999", "U.avail 99.99, A.chain:bsc 99.999999, R.round 0.009999"),
            ("1000000000000000000", "U.avail 1, A.chain:bsc 1"),
        ];
        foreach (var (units, expected) in table)
        {
            using var account = await host.SignUp();
            var topup = await TopupCalls.Create(account, 100, "bsc");
            var books = await TreasuryBooks.StartAt(account);
            await TopupCalls.Deposit(account, topup, new { delay_seconds = 1 });

            // The API accepts whole cents only, but a chain has fractions of a cent.
            await StoredRows.Of(
                host.Database, $"UPDATE treasury_sim_transfer SET units = '{units}' WHERE to_address = '{topup["deposit_address"]}'");

            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.RunJobs();

            Assert.Equal("M.expected -100, U.pend -100, " + expected, await books.Now());

            // The operator removes the whole deposit, including the fraction.
            await TestAccount.Ok(account.Api.Post("/v1/simulate/chains/bsc/blocks", new { reorg_depth = 1000 }));
            var deposit = (await TestAccount.Ok(account.Api.Get($"/v1/topups/{topup["id"]}"))).Json.GetProperty("deposits")[0];
            var removed = await OperatorCalls.Run(host, $"remove-deposit --deposit {deposit.GetProperty("id").GetString()}");
            Assert.Null(removed.Error);
            Assert.Equal("M.expected -100, U.pend -100", await books.Now());
        }

        await BooksAudit.Check(host.Database);
    }
}
