using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class EvidenceRepeatTests
{
    private const int Most = 20;

    [DatabaseTheory]
    public async Task A_dispute_takes_20_files_however_many_come_at_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);

        var answers = new List<Answer>();
        for (var batch = 0; batch < 3; batch++)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EvidenceCalls.Add(account, dispute, Samples.Png, $"{batch}-{i}.png"))));
        }

        Assert.Equal(Most, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("evidence_limit_reached", answer.Code));
        Assert.Equal($"{Most}", (await DisputeCalls.Get(account, dispute))["evidence_count"]);
        Assert.Equal(Most, EvidenceCalls.Stored(host).Length);
    }

    [DatabaseTheory]
    public async Task A_repeated_upload_is_one_and_another_file_under_its_key_is_refused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);

        var first = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "a.png", "evidence-once"));
        var again = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "a.png", "evidence-once"));
        var changed = await EvidenceCalls.Add(account, dispute, [.. Samples.Png, 0], "a.png", "evidence-once");
        var renamed = await EvidenceCalls.Add(account, dispute, Samples.Png, "b.png", "evidence-once");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal("conflict_idempotency_key", changed.Code);
        Assert.Equal("conflict_idempotency_key", renamed.Code);
        Assert.Equal("invalid_idempotency_key", (await EvidenceCalls.Add(account, dispute, Samples.Png, "a.png", "two words")).Code);
        Assert.Equal("1", (await DisputeCalls.Get(account, dispute))["evidence_count"]);
        Assert.Empty(EvidenceCalls.Waiting(host));
    }
}
