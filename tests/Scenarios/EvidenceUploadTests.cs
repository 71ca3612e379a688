using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios;

// Uploads of the largest allowed file to a process of its own.
public sealed class EvidenceUploadTests(ITestOutputHelper output)
{
    private const long MegaByte = 1_024 * 1_024;
    private const long Most = 100 * MegaByte;
    private const long GrowthMax = 50 * MegaByte;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    [DatabaseTheory]
    public async Task A_100_MB_file_is_taken_without_being_held_in_memory_and_a_byte_more_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        using var server = await ServerProcess.Start(database);
        var (api, dispute) = await Dispute(server);
        using (api)
        {
            // Code that runs for the first time needs extra memory, so a small upload comes first.
            await TestAccount.Created(Upload(api, dispute, MegaByte));
            var (taken, growth) = await Growth(server, Upload(api, dispute, Most));
            Assert.True(taken.Status == HttpStatusCode.Created, taken.ToString());
            Assert.Equal($"{Most}", taken["size_bytes"]);

            var tooMuch = await Upload(api, dispute, Most + 1);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "payload_too_large"), (tooMuch.Status, tooMuch.Code));
            Assert.Empty(Directory.GetFiles(Path.Combine(database.Directory, "evidence", "incoming")));

            var (file, growthOfDownload) = await Growth(server, api.Get($"/v1/disputes/{dispute}/evidence/{taken["id"]}/file"));
            Assert.Equal(Most, file.Body.LongLength);
            output.WriteLine($"{engine}: grew by {growth / MegaByte} MB for the upload, {growthOfDownload / MegaByte} MB for the download");
            Assert.InRange(growth, 0, GrowthMax);
            Assert.InRange(growthOfDownload, 0, GrowthMax);
        }
    }

    [PostgresFact]
    public async Task Every_node_serves_what_one_has_taken()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        using var one = await ServerProcess.Start(database);
        using var two = await ServerProcess.Start(database);
        var (api, dispute) = await Dispute(one);
        using var other = new ApiClient(two.Server, api.Bearer);
        using (api)
        {
            var added = await TestAccount.Created(api.Send(Samples.Upload(
                $"/v1/disputes/{dispute}/evidence", new ByteArrayContent(Samples.Png), "a.png")));
            Assert.Equal(Samples.Png, (await TestAccount.Ok(other.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file"))).Body);
        }
    }

    [DatabaseTheory]
    public async Task A_server_killed_during_an_upload_has_no_evidence_and_takes_it_again(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        string bearer;
        string dispute;
        using (var server = await ServerProcess.Start(database))
        {
            (var api, dispute) = await Dispute(server);
            using (api)
            {
                bearer = api.Bearer!;
                using var half = new Halfway(8 * MegaByte);
                var upload = api.Send(Samples.Upload($"/v1/disputes/{dispute}/evidence", half, key: "upload-once"));
                await half.Reached;
                server.Kill();
                half.GoOn();
                await Assert.ThrowsAnyAsync<Exception>(() => upload);
            }
        }

        using var again = await ServerProcess.Start(database);
        using var retry = new ApiClient(again.Server, bearer);
        Assert.Equal("0", (await TestAccount.Ok(retry.Get($"/v1/disputes/{dispute}")))["evidence_count"]);
        await TestAccount.Created(Upload(retry, dispute, 8 * MegaByte, "upload-once"));
        Assert.Equal("1", (await TestAccount.Ok(retry.Get($"/v1/disputes/{dispute}")))["evidence_count"]);
    }

    // Measures the largest growth of the process during a call.
    private static async Task<(Answer Answer, long Growth)> Growth(ServerProcess server, Task<Answer> call)
    {
        var before = server.MemoryBytes;
        var most = before;
        while (!call.IsCompleted)
        {
            most = Math.Max(most, server.MemoryBytes);
            await Task.WhenAny(call, Task.Delay(Pause));
        }

        return (await call, most - before);
    }

    private static Task<Answer> Upload(ApiClient api, string dispute, long bytes, string? key = null) =>
        api.Send(Samples.Upload($"/v1/disputes/{dispute}/evidence", new StreamContent(new PdfStream(bytes)), key: key));

    private static async Task<(ApiClient Api, string Dispute)> Dispute(ServerProcess server)
    {
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "evidence@example.com", password = TestAccount.Password }));
        var api = new ApiClient(server.Server, account.Json.GetProperty("session").GetProperty("token").GetString());
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 }));
        var bought = await TestAccount.Created(api.Post("/v1/simulate/authorizations", new
        {
            card_id = card["id"],
            amount_usd = 42.95m,
            merchant = new { name = "OpenAI", mcc = "7372" },
            auto_capture = true,
        }));
        var dispute = await TestAccount.Created(api.Post(
            "/v1/disputes", new { transaction_id = bought["id"], reason = "duplicate", description = "Twice." }));
        return (api, dispute["id"]);
    }
}
