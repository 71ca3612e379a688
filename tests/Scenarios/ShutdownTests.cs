using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Graceful shutdown of a node.
public sealed class ShutdownTests
{
    private const int SignUps = 8;
    private const int Purchases = 16;

    [DatabaseTheory]
    public async Task Requests_in_progress_at_SIGTERM_are_answered_and_stored_once(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        Answer[] answers;
        using (var server = await ServerProcess.Start(database))
        {
            var (bearer, card) = await Prepare(server.Server);
            using var anonymous = new ApiClient(server.Server);
            using var api = new ApiClient(server.Server, bearer);
            var purchase = new { card_id = card, amount_usd = 1, merchant = new { name = "OpenAI", mcc = "7372" } };
            var sent = Enumerable.Range(0, SignUps)
                .Select(i => Begin(anonymous, "/v1/accounts", new { email = $"late{i}@example.com", password = TestAccount.Password }, null))
                .Concat(Enumerable.Range(0, Purchases).Select(i => Begin(api, "/v1/simulate/authorizations", purchase, $"purchase-{i}")))
                .ToArray();
            await Task.WhenAll(sent.Select(request => Task.WhenAny(request.Begun, request.Answer)));
            Assert.Contains(sent, request => !request.Answer.IsCompleted);

            server.Terminate();

            answers = await Task.WhenAll(sent.Select(request => request.Answer));
            Assert.Equal(0, await server.ExitCode());
        }

        // A password check that waited too long is refused as documented.
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Created || answer.Code == "overloaded", answer.ToString()));
        var signedUp = answers[..SignUps].Count(answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(signedUp + 1, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM accounts_account"));
        Assert.Equal(Purchases, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM cards_transaction"));
        await BooksAudit.Check(database);
    }

    // The request counts as begun once the server asks for the body with 100 Continue.
    private static (Task Begun, Task<Answer> Answer) Begin(ApiClient api, string path, object body, string? key)
    {
        var content = new AwaitedContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true;
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return (content.Begun, api.Send(request));
    }

    private static async Task<(string Bearer, string Card)> Prepare(Uri server)
    {
        using var anonymous = new ApiClient(server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "early@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server, bearer);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 }));
        return (bearer, card["id"]);
    }

    private sealed class AwaitedContent(byte[] body) : ByteArrayContent(body)
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            begun.TrySetResult();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
