using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Concurrent dispute operations have the result of some serial order.
public sealed class DisputeRaceTests
{
    private const int Rounds = 8;

    [DatabaseTheory]
    public async Task Of_many_disputes_about_one_capture_one_is_opened(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        for (var round = 0; round < Rounds; round++)
        {
            var capture = await DisputeCalls.Buy(account, card, 10);
            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => DisputeCalls.TryFile(account, capture, i % 2 == 0 ? 4 : null)));
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
            Assert.All(
                answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("dispute_already_open", answer.Code));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Of_the_ends_that_come_at_once_one_happens(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        for (var round = 0; round < Rounds; round++)
        {
            var lines = await LedgerLines.StartAt(account);
            var dispute = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, card, 10)))["id"];
            await DisputeCalls.Act(account, dispute, "submit");

            var answers = await Task.WhenAll(
                DisputeCalls.TryWithdraw(account, dispute), DisputeCalls.TryAct(account, dispute, "accept"),
                DisputeCalls.TryAct(account, dispute, "expire"), DisputeCalls.TryWithdraw(account, dispute));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal("conflict_state", answer.Code));
            var won = (await DisputeCalls.Get(account, dispute))["status"] == "won";
            Assert.Equal(
                won ? "A.settle_recv 10, C.avail -10, L.settle 10, U.avail 10" : "C.avail -10, L.settle 10", await lines.Changes());
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_repeated_request_files_one_dispute(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var capture = await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DisputeCalls.TryFile(account, capture, key: "file-once")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer["id"]).Distinct());
        Assert.Equal(7, answers.Count(answer => answer.Header("Idempotent-Replayed") == "true"));
    }
}
