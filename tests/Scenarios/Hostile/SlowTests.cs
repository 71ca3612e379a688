using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// A slow client loses its connection after a timeout, gets a response if possible, and does not delay other clients.
public sealed class SlowTests
{
    private const int OfEach = 4;
    private const int LargeBytes = 16 * 1_024 * 1_024; // more than the buffers on the way take
    private const int MegaByte = 1_024 * 1_024;

    private static readonly TimeSpan PieceTime = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_slow_client_is_answered_as_documented_and_cut_off_while_others_are_served()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--Timeouts:Scale=0.05");
        using var account = await host.SignUpWith(500);
        var evidence = await EvidencePath(account);
        var file = await TestAccount.Created(account.Api.Send(Samples.Upload(evidence, new ByteArrayContent(Samples.Pdf(LargeBytes)))));
        SlowRequest[] requests = [.. SlowRequest.Of(account.Api.Bearer!, evidence)];

        var slow = Enumerable.Range(0, OfEach).SelectMany(_ => requests).Select(request => Fault(host.Server, request))
            .Append(NeverReads(host.Server, $"GET {evidence}/{file["id"]}/file HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {account.Api.Bearer}\r\n\r\n"))
            .ToArray();
        while (slow.Any(task => !task.IsCompleted))
        {
            await TestAccount.Ok(account.Api.Get("/v1/balance"));
        }

        var faults = (await Task.WhenAll(slow)).OfType<string>().Distinct().ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(!host.Logs.Text.Contains("Error: ", StringComparison.Ordinal), host.Logs.Text);
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Database.Directory, "evidence", "incoming")));
    }

    [Fact]
    public async Task A_file_may_take_longer_than_a_body_while_its_pieces_come()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--Timeouts:Scale=0.1");
        using var account = await host.SignUpWith(500);
        using var pieces = new PacedContent(pieces: 4, pieceBytes: 2 * MegaByte, pause: PieceTime / 3);

        var answer = await account.Api.Send(Samples.Upload(await EvidencePath(account), pieces));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.InRange(pieces.Taken, PieceTime, TimeSpan.MaxValue);
    }

    private static async Task<string?> Fault(Uri server, SlowRequest request)
    {
        try
        {
            var answer = await SlowClient.Dribble(server, request.First, request.Then);
            return request.IsAnswered(answer) ? null : $"{request.Name}: {answer}";
        }
        catch (OperationCanceledException)
        {
            return $"{request.Name}: still open";
        }
    }

    private static async Task<string?> NeverReads(Uri server, string request)
    {
        try
        {
            await SlowClient.NeverRead(server, request);
            return null;
        }
        catch (OperationCanceledException)
        {
            return "who reads nothing: still open";
        }
    }

    private static async Task<string> EvidencePath(TestAccount account)
    {
        var bought = await account.Capture((await account.Authorize(await account.IssueCard(load: 100), 10))["authorization_id"]);
        var dispute = await TestAccount.Created(account.Api.Post(
            "/v1/disputes", new { transaction_id = bought["id"], reason = "duplicate", description = "Twice." }));
        return $"/v1/disputes/{dispute["id"]}/evidence";
    }
}
