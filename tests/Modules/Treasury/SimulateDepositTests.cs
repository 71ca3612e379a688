using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class SimulateDepositTests
{
    [DatabaseTheory]
    public async Task Deposits_of_every_size_are_credited_as_they_arrive(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        // Columns: requested, sent, status, credited, accuracy, balances.
        (decimal Asked, decimal Sent, string Status, string Credited, string Accuracy, string Books)[] table =
        [
            (100m, 100m, "completed", "100.00", "exact", "100.00/0.00 0.00/0.00"),
            (100m, 99.99m, "completed", "99.99", "underpaid", "99.99/0.00 0.00/0.00"),
            (100m, 250m, "completed", "250.00", "overpaid", "250.00/0.00 0.00/0.00"),
            (100m, 1m, "completed", "1.00", "underpaid", "1.00/0.00 0.00/0.00"),
            (100m, 0.99m, "pending", "", "", "0.99/100.00 0.00/0.00"),
            (199.99m, 199.99m, "completed", "199.99", "exact", "199.99/0.00 0.00/0.00"),
            (200m, 200m, "completed", "200.00", "exact", "0.00/0.00 200.00/0.00"),
            (487.20m, 487.20m, "completed", "487.20", "exact", "0.00/0.00 487.20/0.00"),
        ];
        foreach (var (asked, sent, status, credited, accuracy, books) in table)
        {
            using var account = await host.SignUp();
            var topup = await Create(account, asked);

            var paid = await Deposit(account, topup, new { amount_usd = sent });

            Assert.Equal((status, credited, accuracy), (paid["status"], paid["credited_usd"], paid["payment_accuracy"]));
            Assert.Equal(books, await Books(account));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task On_every_chain_the_deposit_is_final_after_its_own_number_of_blocks(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        (string Chain, int Required, string Address)[] chains =
        [
            ("tron", 19, "^T[1-9A-HJ-NP-Za-km-z]{33}$"),
            ("ethereum", 12, "^0x[0-9A-Fa-f]{40}$"),
            ("bsc", 15, "^0x[0-9A-Fa-f]{40}$"),
        ];
        foreach (var (chain, required, address) in chains)
        {
            var topup = await Create(account, 50, chain);
            Assert.Matches(address, topup["deposit_address"]);

            var early = await Deposit(account, topup, new { confirmations = required - 1 });
            Assert.Equal(("pending", $"{required - 1}"), (early["status"], early["confirmations"]));
            Assert.Equal("detected", early.Json.GetProperty("deposits")[0].GetProperty("status").GetString());

            // The block of another transfer confirms the first one.
            var other = await Deposit(account, topup, new { amount_usd = 0.50m, confirmations = 0 });
            Assert.Equal(("completed", "50.00"), (other["status"], other["credited_usd"]));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Another_token_is_seen_and_posts_nothing(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 50);

        var paid = await Deposit(account, topup, new { asset = "USDC" });

        Assert.Equal("pending", paid["status"]);
        Assert.Equal("rejected", paid.Json.GetProperty("deposits")[0].GetProperty("status").GetString());
        Assert.Equal("0.00/50.00 0.00/0.00", await Books(account));
    }
}
