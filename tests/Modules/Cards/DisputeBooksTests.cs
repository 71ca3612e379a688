using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Treasury;

namespace Cryptocardium.Tests.Cards;

// Book changes of every step of a dispute, starting with a capture of 42.95.
public sealed class DisputeBooksTests
{
    private const decimal Captured = 42.95m;
    private const string Locked = "A.cb_recv 42.95, U.disp 42.95";
    private const string Won = "A.settle_recv 42.95, U.avail 42.95";

    private sealed record Row(string Steps, string Changes, string Ends);

    private static readonly Row[] Rows =
    [
        new("file", Locked, "opened filed"),
        new("file 20", "A.cb_recv 20, U.disp 20", "opened filed"),
        new("file, withdraw", "", "lost withdrawn"),
        new("file, reject", "", "lost network_rejected"),
        new("file, submit", Locked, "opened submitted"),
        new("file, submit, withdraw", "", "lost withdrawn"),
        new("file, submit, accept", Won, "won won_first_chargeback"),
        new("file, submit, represent", Locked, "responded representment"),
        new("file, submit, represent, withdraw", "", "lost withdrawn"),
        new("file, submit, represent, concede", "", "lost case_lost"),
        new("file, submit, represent, escalate", Locked, "responded pre_arbitration"),
        new("file, submit, represent, escalate, withdraw", "", "lost withdrawn"),
        new("file, submit, represent, escalate, win", Won, "won won_prearbitration"),
        new("file, submit, represent, escalate, lose", "", "lost prearbitration_rejected"),
        new("file, expire", Locked, "opened submitted"),
        new("file, expire, expire", Won, "won won_first_chargeback"),
        new("file, submit, represent, expire", "", "lost case_lost"),
        new("file, submit, represent, escalate, expire", Won, "won won_prearbitration"),
        new("file, absorb", "U.avail 42.95, X.dispute 42.95", "won program_credit"),
        new("file, withdraw, file", Locked, "opened filed"),
        new("file 20, submit, accept, file", "A.cb_recv 22.95, A.settle_recv 20, U.avail 20, U.disp 22.95", "opened filed"),
        new("file 20, reject, file", Locked, "opened filed"),
        new("file, refund 10", "A.cb_recv 32.95, A.settle_recv 10, C.avail 10, U.disp 32.95", "opened filed"),
        new("file, refund 42.95", "A.settle_recv 42.95, C.avail 42.95", "lost refunded"),
        new("file 20, refund 30", "A.settle_recv 30, C.avail 30", "lost refunded"),
        new("file, refund 10, withdraw", "A.settle_recv 10, C.avail 10", "lost withdrawn"),
        new("file 20, refund 5, submit, accept", "A.settle_recv 20, C.avail 5, U.avail 15", "won won_first_chargeback"),
        new("file, refund 12.95, absorb", "A.settle_recv 12.95, C.avail 12.95, U.avail 30, X.dispute 30", "won program_credit"),
        new("file 20, submit, accept, refund 22.95", "A.settle_recv 42.95, C.avail 22.95, U.avail 20", "won won_first_chargeback"),
        new("file, refund 42.95, back, file", "A.cb_recv 42.95, A.settle_recv 42.95, L.settle 42.95, U.disp 42.95", "opened filed"),
        new("cancel, file, refund 10", "A.cb_recv 32.95, A.settle_recv 10, C.avail -57.05, U.avail 67.05, U.disp 32.95", "opened filed"),
        new("cancel, file, submit, accept", "A.settle_recv 42.95, C.avail -57.05, U.avail 100", "won won_first_chargeback"),
        new("owe 40, file", "A.cb_recv 42.95, A.recv 40, C.avail -57.05, L.settle 997.05, U.avail -900, U.disp 42.95", "opened filed"),
        new(
            "owe 40, file, submit, accept",
            "A.settle_recv 42.95, C.avail -57.05, L.settle 997.05, U.avail -897.05", "won won_first_chargeback"),
    ];

    [DatabaseTheory]
    public async Task Disputes_post_as_the_table_says(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        foreach (var row in Rows)
        {
            using var account = await host.SignUpWith(1_002);
            var card = await account.IssueCard(load: 100);
            var capture = await DisputeCalls.Buy(account, card, Captured);
            var lines = await LedgerLines.StartAt(account);
            var dispute = "";
            foreach (var step in row.Steps.Split(", "))
            {
                dispute = await Run(account, card, capture, dispute, step.Split(' '));
            }

            var answer = await DisputeCalls.Get(account, dispute);
            var ends = $"{answer["status"]} {(answer["outcome"].Length > 0 ? answer["outcome"] : answer["stage"])}";
            Assert.Equal(row, row with { Changes = await lines.Changes(), Ends = ends });
        }

        await BooksAudit.Check(host.Database);

        // The reconciliation finds no difference between rows, outbox and books.
        await host.RunJobs();
        Assert.Equal("operational", await host.StatusOf("ledger"));
    }

    [DatabaseTheory]
    public async Task A_locked_credit_that_the_rows_do_not_have_is_found(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        using var account = await host.SignUpWith(1_000);
        await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), Captured));
        await host.Database.Execute("UPDATE cards_dispute SET provisional = provisional - 10000");

        await host.RunJobs();

        Assert.Contains("U.disp", host.Logs.Text, StringComparison.Ordinal);
        Assert.Contains("A.cb_recv", host.Logs.Text, StringComparison.Ordinal);
    }

    private static async Task<string> Run(TestAccount account, string card, string capture, string dispute, string[] step)
    {
        decimal? amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : null;
        switch (step[0])
        {
            case "file":
                return (await DisputeCalls.File(account, capture, amount))["id"];
            case "withdraw":
                await TestAccount.Ok(DisputeCalls.TryWithdraw(account, dispute));
                break;
            case "absorb":
                Assert.Null((await OperatorCalls.Run(account.Host, $"absorb-dispute --dispute {dispute}")).Error);
                break;
            case "refund":
                await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture, amount_usd = amount }));
                break;
            case "back":
                await TestAccount.Created(account.Api.Post($"/v1/simulate/refunds/{await LastRefund(account)}/reverse"));
                break;
            case "cancel":
                await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));
                break;
            case "owe":
                // Captures the whole balance and this amount more.
                var bought = await account.Authorize(card, 1);
                await account.Capture(bought["authorization_id"], 57.05m + 900 + amount);
                break;
            default:
                await DisputeCalls.Act(account, dispute, step[0]);
                break;
        }

        return dispute;
    }

    private static async Task<string> LastRefund(TestAccount account)
    {
        var page = await TestAccount.Ok(account.Api.Get("/v1/transactions?status=refunded&limit=1"));
        return page.Json.GetProperty("data")[0].GetProperty("id").GetString()!;
    }
}
