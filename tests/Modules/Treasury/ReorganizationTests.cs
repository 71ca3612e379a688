using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// A deposit on tron is final with 19 blocks on top of its own.
public sealed class ReorganizationTests
{
    // Ten blocks, then a deposit of 100.00 with OnTop blocks on top. Then the chain drops Lost blocks and mines Mined blocks.
    private sealed record Row(
        int OnTop, int Lost, int Mined, bool Reincluded, string Deposit, string Topup, int Confirmations, int Dropped, int Credited, string Books);

    private const string Pending = "0.00/100.00 0.00/0.00";
    private const string Paid = "100.00/0.00 0.00/0.00";

    private static readonly Row[] Rows =
    [
        // only new blocks
        new(5, 0, 1, false, "detected", "pending", 6, 0, 0, Pending),
        new(5, 0, 13, false, "detected", "pending", 18, 0, 0, Pending),
        new(5, 0, 14, false, "credited", "completed", 19, 0, 1, Paid),

        // reorganizations above the deposit
        new(5, 5, 0, false, "detected", "pending", 0, 0, 0, Pending),
        new(5, 5, 19, false, "credited", "completed", 19, 0, 1, Paid),
        new(18, 18, 18, false, "detected", "pending", 18, 0, 0, Pending),
        new(18, 1, 2, false, "credited", "completed", 19, 0, 1, Paid),

        // reorganizations of the deposit's block and below
        new(0, 1, 0, false, "dropped", "pending", 0, 1, 0, Pending),
        new(5, 6, 0, false, "dropped", "pending", 0, 1, 0, Pending),
        new(5, 6, 30, false, "dropped", "pending", 0, 1, 0, Pending),
        new(5, 8, 30, false, "dropped", "pending", 0, 1, 0, Pending),
        new(18, 1000, 0, false, "dropped", "pending", 0, 1, 0, Pending),

        // the transfer is included again
        new(5, 6, 0, true, "dropped", "pending", 0, 1, 0, Pending),
        new(5, 6, 1, true, "detected", "pending", 0, 0, 0, Pending),
        new(5, 6, 19, true, "detected", "pending", 18, 0, 0, Pending),
        new(5, 6, 20, true, "credited", "completed", 19, 0, 1, Paid),
        new(18, 1000, 20, true, "credited", "completed", 19, 0, 1, Paid),

        // a final deposit stays credited
        new(19, 5, 0, false, "credited", "completed", 19, 0, 0, Paid),
        new(19, 20, 0, false, "credited", "completed", 0, 0, 0, Paid),
        new(19, 20, 40, false, "credited", "completed", 0, 0, 0, Paid),
        new(19, 20, 40, true, "credited", "completed", 19, 0, 0, Paid),
        new(19, 1000, 0, false, "credited", "completed", 0, 0, 0, Paid),
    ];

    [DatabaseTheory]
    public async Task A_reorganization_drops_deposits_that_were_not_final(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        foreach (var row in Rows)
        {
            using var account = await host.SignUp();
            var steps = new TreasurySteps(account);
            await steps.Run("create 100");
            await steps.Blocks(10);
            await Deposit(account, steps.Topup, new { confirmations = row.OnTop });

            var chain = await steps.Blocks(row.Mined, row.Lost, row.Reincluded);

            var lost = Math.Min(row.Lost, 10 + 1 + row.OnTop);
            Assert.Equal(
                ($"{10 + 1 + row.OnTop - lost + row.Mined}", $"{lost}", $"{row.Mined}"),
                (chain["height"], chain["reorged_blocks"], chain["mined_blocks"]));
            var topup = await steps.Now();
            Assert.Equal(row, row with
            {
                Deposit = await steps.Deposits(),
                Topup = topup["status"],
                Confirmations = Number(topup, "confirmations"),
                Dropped = Number(chain, "dropped_deposits"),
                Credited = Number(chain, "credited_deposits"),
                Books = await Books(account),
            });
        }

        await BooksAudit.Check(host.Database);
    }

    // Columns: steps after a deposit of 100.00 was dropped, deposit, top-up, credited late, balances.
    [DatabaseTheory]
    public async Task A_dropped_deposit_holds_nothing_up_and_counts_again_when_it_returns(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        (string Steps, string Deposit, string Topup, string Late, string Books)[] table =
        [
            ("cancel", "dropped", "cancelled", "", "0.00/0.00 0.00/0.00"),
            ("expire", "dropped", "expired", "", "0.00/0.00 0.00/0.00"),
            ("reinclude 1", "detected", "pending", "", Pending),
            ("reinclude 20", "credited", "completed", "", Paid),
            ("reinclude 1, expire", "detected", "pending", "", Pending),
            ("reinclude 1, reorganize 1", "dropped", "pending", "", Pending),
            ("reinclude 1, reorganize 1, reinclude 20", "credited", "completed", "", Paid),
            ("cancel, reinclude 20", "credited", "completed", "true", Paid),
            ("expire, reinclude 20", "credited", "completed", "true", Paid),
            ("deposit 60", "dropped credited", "completed", "", "60.00/0.00 0.00/0.00"),
            ("deposit 60, reinclude 20", "credited credited", "completed", "", "160.00/0.00 0.00/0.00"),
        ];
        foreach (var (steps, deposit, topup, late, books) in table)
        {
            using var account = await host.SignUp();
            var happens = new TreasurySteps(account);
            await happens.Run("create 100, detect 100, reorganize 6");
            Assert.Equal("dropped", await happens.Deposits());

            await happens.Run(steps);

            var now = await happens.Now();
            Assert.Equal(
                (steps, deposit, topup, late, books),
                (steps, await happens.Deposits(), now["status"], now["credited_late"], await Books(account)));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Neither_another_account_nor_another_mode_or_chain_is_reorganized(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        (TestAccount Owner, decimal Amount, string Chain)[] rows = [(other, 100, "tron"), (account, 300, "tron"), (account, 100, "bsc")];
        foreach (var (owner, amount, chain) in rows)
        {
            await Deposit(owner, await Create(owner, amount, chain), new { confirmations = 5 });
        }

        var mine = new TreasurySteps(account);
        await mine.Run("create 100, detect 100, reorganize 1000");

        Assert.Equal("dropped", await mine.Deposits());
        Assert.Equal("detected", await Status(other, ""));
        Assert.Equal("detected", await Status(account, "?mode=live"));
        Assert.Equal("detected", await Status(account, "?chain=bsc"));
    }

    private static async Task<string> Status(TestAccount account, string query)
    {
        var list = await TestAccount.Ok(account.Api.Get($"/v1/topups{query}"));
        return list.Json.GetProperty("data")[0].GetProperty("deposits")[0].GetProperty("status").GetString()!;
    }

    private static int Number(Answer answer, string member) => answer.Json.GetProperty(member).GetInt32();
}
