using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.OperatorCalls;

namespace Cryptocardium.Tests.Treasury;

// Book changes of the operator's commands.
public sealed class OperatorBooksTests
{
    private const string Sandbox = "--mode sandbox";

    private sealed record Row(string Before, string BooksBefore, string Command, string BooksAfter);

    // {deposit} and {account} are replaced by the ids of the row.
    private static readonly Row[] Rows =
    [
        // credited deposits that their chain dropped
        new("create 100, deposit 100, reorganize 20", "U.avail 100, A.chain:tron 100", "remove-deposit --deposit {deposit}", ""),
        new(
            "create 100, deposit 100, card 50, reorganize 20", "U.avail 49, C.avail 50, A.chain:tron 100, R.rail 1",
            "remove-deposit --deposit {deposit}", "C.avail 50, A.recv 51, R.rail 1"),
        new(
            "create 100, deposit 100, reorganize 20, remove, reinclude 20, reorganize 20", "U.avail 100, A.chain:tron 100",
            "remove-deposit --deposit {deposit}", ""),

        // a deposit from a denied sender
        new(
            "create 100, deny 100", "M.expected 100, U.pend 100, A.chain:tron 100, L.unalloc:tron 100",
            "release-unallocated --deposit {deposit} --to credit", "U.avail 100, A.chain:tron 100"),
        new(
            "create 100, cancel, deny 60", "A.chain:tron 60, L.unalloc:tron 60",
            "release-unallocated --deposit {deposit} --to credit", "U.avail 60, A.chain:tron 60"),
        new(
            "create 100, deny 100, pardon", "M.expected 100, U.pend 100, A.chain:tron 100, L.unalloc:tron 100",
            "release-unallocated --deposit {deposit} --to refund", "M.expected 100, U.pend 100, A.chain:tron 100, L.refundable:tron 100"),

        // debts, and balances of the program
        new(
            "create 100, deposit 100, card 50, reorganize 20, remove", "C.avail 50, A.recv 51, R.rail 1",
            "write-off --account {account} " + Sandbox + " --amount 50.50", "C.avail 50, A.recv 0.5, R.rail 1, X.writeoff 50.5"),
        new("", "", "rebalance " + Sandbox + " --from tron --to bsc --amount 10.50", "A.chain:tron -10.5, A.chain:bsc 10.5"),
        new("", "", "buy-gas " + Sandbox + " --chain tron --amount 5", "A.chain:tron -5, A.gas:tron 5"),
    ];

    [DatabaseTheory]
    public async Task Operators_post_as_the_table_says(Engine engine)
    {
        using var list = new DenyFile();
        await using var host = await TestHost.Start(engine, list.Argument);
        await host.RunJobs();
        foreach (var row in Rows)
        {
            list.Write(TreasurySteps.DeniedSender);
            using var account = await host.SignUp();
            var steps = new TreasurySteps(account);
            var books = await TreasuryBooks.StartAt(account);
            foreach (var step in row.Before.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                await (step switch
                {
                    "remove" => Do(host, steps, account, "remove-deposit --deposit {deposit}"),
                    "pardon" => File.WriteAllTextAsync(list.Argument.Split('=')[1], ""),
                    _ => steps.Run(step),
                });
            }

            var before = await books.Now();
            await Do(host, steps, account, row.Command);

            Assert.Equal(row, row with { BooksBefore = before, BooksAfter = await books.Now() });
        }

        await BooksAudit.Check(host.Database);

        // The reconciliation finds no difference between chains, rows, outbox and books.
        await host.RunJobs();
        Assert.Equal("operational", await host.StatusOf("ledger"));
    }
}
