using System.Security.Cryptography;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class EvidenceTests
{
    [DatabaseTheory]
    public async Task Evidence_is_stored_listed_and_downloaded_byte_for_byte(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        var pdf = Samples.Pdf(70_000);
        (byte[] Content, string Name, string Type)[] files =
        [
            (pdf, "receipt.pdf", "application/pdf"), (Samples.Png, "photo.jpg", "image/png"), ("Twice, é."u8.ToArray(), "notes", "text/plain"),
        ];
        var ids = new List<string>();
        foreach (var (content, name, type) in files)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            var added = await TestAccount.Created(EvidenceCalls.Add(account, dispute, content, name));
            ids.Add(added["id"]);
            Assert.Matches("^evd_[0-9a-f]{24}$", added["id"]);
            Assert.Equal(
                (dispute, name, type, $"{content.Length}", Convert.ToHexStringLower(SHA256.HashData(content)), "live"),
                (added["dispute_id"], added["file_name"], added["content_type"], added["size_bytes"], added["sha256"], added["mode"]));
            var file = await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}"));
            Assert.Equal(content, file.Body);
            Assert.StartsWith(type, file.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal(("nosniff", $"{content.Length}"), (file.Header("X-Content-Type-Options"), file.Header("Content-Length")));
            Assert.Contains($"attachment; filename={name}", file.Header("Content-Disposition"), StringComparison.Ordinal);
        }

        Assert.Equal("3", (await DisputeCalls.Get(account, dispute))["evidence_count"]);
        Assert.Equal(ids.AsEnumerable().Reverse(), await List(account, dispute, ""));
        Assert.Equal(ids, await List(account, dispute, "?sort=created_at"));
        Assert.Equal([ids[2]], await List(account, dispute, "?limit=1"));
        Assert.Equal([ids[1]], await List(account, dispute, $"?limit=1&cursor={ids[2]}"));
        Assert.Equal(3, EvidenceCalls.Stored(host).Length);
        Assert.Empty(EvidenceCalls.Waiting(host));
    }

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
            await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}"));
        }

        Assert.Equal(rows.Length, EvidenceCalls.Stored(host).Length);
    }

    private static async Task<List<string>> List(TestAccount account, string dispute, string query)
    {
        var page = await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence{query}"));
        return [.. page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }
}
