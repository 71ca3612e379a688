using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

// Book changes of top-ups and deposits.
public sealed class TopupBooksTests
{
    private sealed record Row(string Before, string BooksBefore, string Action, string BooksAfter, string Status, string Deposits);

    private static readonly Row[] Rows =
    [
        // announced, and closed without a deposit
        new("", "", "create 100", "M.expected 100, U.pend 100", "pending", ""),
        new("create 100", "M.expected 100, U.pend 100", "cancel", "", "cancelled", ""),
        new("create 100", "M.expected 100, U.pend 100", "expire", "", "expired", ""),

        // detected, not final
        new("create 100", "M.expected 100, U.pend 100", "detect 100", "M.expected 100, U.pend 100", "pending", "detected"),
        new("create 100, detect 100", "M.expected 100, U.pend 100", "mine 13", "M.expected 100, U.pend 100", "pending", "detected"),

        // final
        new("create 100", "M.expected 100, U.pend 100", "deposit 100", "U.avail 100, A.chain:tron 100", "completed", "credited"),
        new("create 100", "M.expected 100, U.pend 100", "deposit 99.99", "U.avail 99.99, A.chain:tron 99.99", "completed", "credited"),
        new("create 100", "M.expected 100, U.pend 100", "deposit 250", "U.avail 250, A.chain:tron 250", "completed", "credited"),
        new("create 100, detect 100", "M.expected 100, U.pend 100", "mine 14", "U.avail 100, A.chain:tron 100", "completed", "credited"),
        new("create 100, delay 100", "M.expected 100, U.pend 100", "wait 60", "U.avail 100, A.chain:tron 100", "completed", "credited"),
        new("create 100, deposit 30", "U.avail 30, A.chain:tron 30", "deposit 70", "U.avail 100, A.chain:tron 100", "completed", "credited credited"),
        new(
            "create 100", "M.expected 100, U.pend 100", "deposit 0.99", "M.expected 100, U.pend 100, U.avail 0.99, A.chain:tron 0.99",
            "pending", "credited"),

        // late
        new("create 100, cancel", "", "deposit 100", "U.avail 100, A.chain:tron 100", "completed", "credited"),
        new("create 100, expire", "", "deposit 40", "U.avail 40, A.chain:tron 40", "completed", "credited"),
        new("create 100, expire", "", "deposit 0.50", "U.avail 0.5, A.chain:tron 0.5", "expired", "credited"),

        // delayed; the last row, because the clock of a later row would let it arrive
        new("create 100, delay 100", "M.expected 100, U.pend 100", "wait 59", "M.expected 100, U.pend 100", "pending", ""),
    ];

    // The clock does not move once there is a refund to send, because a job would send it.
    private static readonly Row[] NotCredited =
    [
        new("create 100, expire", "", "fail 60", "A.chain:tron 60, L.refundable:tron 60", "error", "rejected"),
        new("create 100", "M.expected 100, U.pend 100", "fail 100", "A.chain:tron 100, L.refundable:tron 100", "error", "rejected"),
        new("create 100, cancel", "", "fail 60", "A.chain:tron 60, L.refundable:tron 60", "error", "rejected"),
        new(
            "create 100, deposit 100", "U.avail 100, A.chain:tron 100", "fail 60", "U.avail 100, A.chain:tron 160, L.refundable:tron 60",
            "completed", "credited rejected"),
        new(
            "create 100, fail 60", "A.chain:tron 60, L.refundable:tron 60", "fail 40", "A.chain:tron 100, L.refundable:tron 100",
            "error", "rejected rejected"),
        new(
            "create 100, fail 60", "A.chain:tron 60, L.refundable:tron 60", "deposit 40",
            "U.avail 40, A.chain:tron 100, L.refundable:tron 60", "completed", "rejected credited"),

        // foreign token
        new("create 100", "M.expected 100, U.pend 100", "wrong 100", "M.expected 100, U.pend 100", "pending", "rejected"),
        new("create 100, wrong 100", "M.expected 100, U.pend 100", "cancel", "", "cancelled", "rejected"),

        // from a denied sender
        new(
            "create 100", "M.expected 100, U.pend 100", "deny 100",
            "M.expected 100, U.pend 100, A.chain:tron 100, L.unalloc:tron 100", "pending", "held"),
        new("create 100, cancel", "", "deny 100", "A.chain:tron 100, L.unalloc:tron 100", "cancelled", "held"),
        new(
            "create 100, deny 100", "M.expected 100, U.pend 100, A.chain:tron 100, L.unalloc:tron 100", "deposit 100",
            "U.avail 100, A.chain:tron 200, L.unalloc:tron 100", "completed", "held credited"),
    ];

    [DatabaseTheory]
    public Task Credited_deposits_are_posted_as_the_table_says(Engine engine) => Check(engine, Rows);

    [DatabaseTheory]
    public Task Deposits_that_are_not_credited_are_posted_as_the_table_says(Engine engine) => Check(engine, NotCredited);

    private static async Task Check(Engine engine, Row[] rows)
    {
        using var list = new DenyFile();
        list.Write(TreasurySteps.DeniedSender);
        await using var host = await TestHost.Start(engine, list.Argument);
        await host.RunJobs();
        foreach (var row in rows)
        {
            using var account = await host.SignUp();
            var steps = new TreasurySteps(account);
            var books = await TreasuryBooks.StartAt(account);

            await steps.Run(row.Before);
            var before = await books.Now();
            await steps.Run(row.Action);

            Assert.Equal(
                row,
                row with { BooksBefore = before, BooksAfter = await books.Now(), Status = (await steps.Now())["status"], Deposits = await steps.Deposits() });
        }

        await BooksAudit.Check(host.Database);
    }
}
