using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class EvidenceRefusalTests
{
    [DatabaseTheory]
    public async Task Invalid_evidence_is_refused_and_leaves_nothing(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        byte[] executable = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[5_000]];
        var image = await DatabaseImage.Of(host.Database);

        (Task<Answer> Call, int Status, string Code, string Param)[] rows =
        [
            (EvidenceCalls.Add(account, dispute, executable, "receipt.pdf"), 422, "unsupported_evidence_type", "file"),
            (EvidenceCalls.Add(account, dispute, ZipBomb(), "receipt.png"), 422, "unsupported_evidence_type", "file"),
            (EvidenceCalls.Add(account, dispute, [], "empty.txt"), 422, "unsupported_evidence_type", "file"),
            (EvidenceCalls.Add(other, dispute, Samples.Png, "a.png"), 404, "resource_not_found", "dispute_id"),
            (EvidenceCalls.Add(account, "dsp_000000000000000000000000", Samples.Png, "a.png"), 404, "resource_not_found", "dispute_id"),
            (account.Api.Send(Parts(dispute, ("document", Samples.Png))), 400, "unknown_field", "document"),
            (account.Api.Send(Parts(dispute, ("file", Samples.Png), ("file", Samples.Png))), 400, "duplicate_field", "file"),
            (account.Api.Send(Parts(dispute, ("file", Samples.Png), ("note", "x"u8.ToArray()))), 400, "unknown_field", "note"),
            (account.Api.Send(Raw(dispute, "--x--\r\n", "multipart/form-data; boundary=x")), 400, "missing_required_field", "file"),
            (account.Api.Send(Raw(dispute, "no multipart", "multipart/form-data; boundary=x")), 400, "malformed_multipart", ""),
            (account.Api.Send(Raw(dispute, "--x\r\nContent-Disposition: form-data; name=file\r\n\r\nhalf", "multipart/form-data; boundary=x")), 400, "malformed_multipart", ""),
            (account.Api.Send(Raw(dispute, "--x\r\n\r\nno name\r\n--x--", "multipart/form-data; boundary=x")), 400, "malformed_multipart", ""),
            (account.Api.Send(Raw(dispute, "--x--", "multipart/form-data")), 400, "malformed_multipart", ""),
            (account.Api.Send(Raw(dispute, "{}", "application/json")), 415, "unsupported_media_type", "Content-Type"),
            (account.Api.Post($"/v1/disputes/{dispute}/evidence"), 415, "unsupported_media_type", "Content-Type"),
            (account.Api.Get($"/v1/disputes/{dispute}/evidence/evd_000000000000000000000000"), 404, "resource_not_found", "evidence_id"),
            (account.Api.Get($"/v1/disputes/{dispute}/evidence/evd_000000000000000000000000/file"), 404, "resource_not_found", "evidence_id"),
            (other.Api.Get($"/v1/disputes/{dispute}/evidence"), 404, "resource_not_found", "dispute_id"),
            (account.Api.Get($"/v1/disputes/{dispute}/evidence?cursor=evd_000000000000000000000000"), 400, "invalid_cursor", "cursor"),
            (host.Anonymous.Send(Samples.Upload($"/v1/disputes/{dispute}/evidence", new ByteArrayContent(Samples.Png))), 401, "missing_credentials", ""),
        ];
        foreach (var (call, status, code, param) in rows)
        {
            var answer = await call;
            Assert.Equal((status, code, param), ((int)answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal(image, await DatabaseImage.Of(host.Database));
        Assert.Empty(EvidenceCalls.Waiting(host));
    }

    private static HttpRequestMessage Parts(string dispute, params (string Name, byte[] Content)[] parts)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
        {
            body.Add(new ByteArrayContent(content), name, "a.png");
        }

        return new HttpRequestMessage(HttpMethod.Post, $"/v1/disputes/{dispute}/evidence") { Content = body };
    }

    private static HttpRequestMessage Raw(string dispute, string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new HttpRequestMessage(HttpMethod.Post, $"/v1/disputes/{dispute}/evidence") { Content = content };
    }

    // A ZIP archive of a few kilobytes that unpacks to 64 MB.
    private static byte[] ZipBomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("receipt.pdf").Open();
            entry.Write(Samples.Pdf(64 * 1_024 * 1_024));
        }

        return stream.ToArray();
    }
}
