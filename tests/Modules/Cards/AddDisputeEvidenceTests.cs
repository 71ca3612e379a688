using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class AddDisputeEvidenceTests
{
    [DatabaseTheory]
    public async Task Evidence_is_taken_in_the_customers_turns_alone_and_answers_the_merchant(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        await DisputeCalls.Act(account, dispute, "submit");
        Assert.Equal("conflict_state", (await EvidenceCalls.Add(account, dispute, Samples.Png, "a.png")).Code);
        await DisputeCalls.Act(account, dispute, "represent");
        await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "a.png"));

        var escalated = await DisputeCalls.Act(account, dispute, "expire");

        Assert.Equal("pre_arbitration", escalated["stage"]);
        Assert.Equal("conflict_state", (await EvidenceCalls.Add(account, dispute, Samples.Png, "a.png")).Code);
        await DisputeCalls.Act(account, dispute, "lose");
        Assert.Equal("conflict_state", (await EvidenceCalls.Add(account, dispute, Samples.Png, "a.png")).Code);
    }

    [DatabaseTheory]
    public async Task Names_are_shown_without_their_folders_and_harm_nobody(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        (string Sent, string Shown)[] rows =
        [
            ("../../etc/passwd", "passwd"), ("C:\\docs\\bill.pdf", "bill.pdf"), ("..", ".."), ("Beleg für Mai.pdf", "Beleg für Mai.pdf"),
            (new string('n', 300), new string('n', 255)), ("/", "file"),
        ];
        foreach (var (sent, shown) in rows)
        {
            var added = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, sent));
            Assert.Equal(shown, added["file_name"]);
            await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file"));
        }

        Assert.Equal(rows.Length, EvidenceCalls.Stored(host).Length);
    }
}
