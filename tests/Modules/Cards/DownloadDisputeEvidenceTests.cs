using System.Net;
using System.Security.Cryptography;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

[Covers("list_dispute_evidence", "get_dispute_evidence")]
public sealed class DownloadDisputeEvidenceTests
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
            Assert.Equal(added.Body, (await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}"))).Body);
            var file = await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file"));
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
    public async Task A_file_that_is_gone_is_a_failure_that_is_logged_once_and_keeps_nothing_else_out_of_the_log(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        var added = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "photo.png"));
        foreach (var file in EvidenceCalls.Stored(host))
        {
            File.Delete(file);
        }

        var gone = await account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file");
        await account.Api.Get("/v1/balance");

        Assert.Equal(HttpStatusCode.InternalServerError, gone.Status);
        Assert.Equal(gone["request_id"], Assert.Single(await ListWalk.Ids(account.Api, "/v1/request_logs", "&operation=download_dispute_evidence")));
        Assert.Single(await ListWalk.Ids(account.Api, "/v1/request_logs", "&operation=get_balance"));
    }

    private static async Task<List<string>> List(TestAccount account, string dispute, string query)
    {
        var page = await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence{query}"));
        return [.. page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }
}
