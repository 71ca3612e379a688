using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The process is killed during deposits, withdrawals and cancellations. Then every request is sent again with its key.
[Trait("Suite", "Soak")]
public sealed class TreasuryCrashTests
{
    private const int Clients = 12;

    // Each kill leaves at most one open top-up per client, one more is in progress, and an account may have 50.
    private const int KillsPerAccount = 3;
    private const decimal Treasury = 50_000m;
    private const decimal Deposit = 200m;
    private const decimal Withdrawal = 10m;
    private const int BlocksToFinality = 20;
    private const int MostAnswers = 300;
    private const int AnswersStep = 37;
    private const string Cancel = "/cancel";
    private const string Wallet = "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A short delay, so that the job sends while clients cancel.
    private static readonly string[] Settings = ["--Treasury:WithdrawalDelaySeconds=1", "--Treasury:PayoutLeaseSeconds=1"];

    private sealed record Sent(string Bearer, string Key, string Path, object? Body)
    {
        public Answer? Acknowledged { get; init; }
    }

    [DatabaseTheory]
    public async Task Deposits_withdrawals_and_cancellations_happen_once_whenever_it_dies(Engine engine)
    {
        var kills = Budget.Of(everyChange: 4, soak: 40);
        await using var database = await TestDatabase.Create(engine);
        var bearers = await Prepare(database, (kills + KillsPerAccount - 1) / KillsPerAccount);
        var sent = new ConcurrentBag<Sent>();

        for (var kill = 0; kill < kills; kill++)
        {
            await LoadUntilKilled(database, bearers[kill / KillsPerAccount], kill, sent);
        }

        using var server = await ServerProcess.Start(database, Settings);
        var replies = await SendAgain(server.Server, sent);

        Assert.All(replies, reply => Assert.True(
            reply.Answer.Status is HttpStatusCode.OK or HttpStatusCode.Created
                || (reply.Answer.Status == HttpStatusCode.Conflict && IsCancel(reply.Request)) || IsLimit(reply.Answer),
            $"{reply.Request.Path}: {reply.Answer}"));
        Assert.All(
            replies.Where(reply => reply.Request.Acknowledged is not null),
            reply => Assert.Equal(reply.Request.Acknowledged!.Body, reply.Answer.Body));
        var deposits = Done(replies, "/deposit");
        var withdrawals = Done(replies, "/withdrawals");
        var cancelled = Done(replies, Cancel);
        Assert.Equal(
            bearers.Count * Treasury + deposits * Deposit - (withdrawals - cancelled) * Withdrawal, await Balances(server.Server, bearers));
        await UntilAllIsSent(database);
        server.Kill();
        await EachLeftOnce(database, withdrawals - cancelled);
        await BooksAudit.Check(database);
    }

    private static bool IsCancel(Sent request) => request.Path.EndsWith(Cancel, StringComparison.Ordinal);

    private static bool IsLimit(Answer answer) =>
        answer.Status == HttpStatusCode.UnprocessableEntity && answer.Code == "withdrawal_limit_reached";

    private static int Done(IEnumerable<(Sent Request, Answer Answer)> replies, string path) => replies.Count(reply =>
        reply.Request.Path.EndsWith(path, StringComparison.Ordinal) && reply.Answer.Status is HttpStatusCode.OK or HttpStatusCode.Created);

    // Creates accounts with money and returns their bearer tokens.
    private static async Task<IReadOnlyList<string>> Prepare(TestDatabase database, int count)
    {
        using var server = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(server.Server);
        var bearers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var account = await TestAccount.Created(anonymous.Post(
                "/v1/accounts", new { email = $"crash{i}@example.com", password = TestAccount.Password }));
            bearers.Add(account.Json.GetProperty("session").GetProperty("token").GetString()!);
            using var api = new ApiClient(server.Server, bearers[^1]);
            var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = Treasury, asset = "USDT", chain = "tron" }));
            await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        }

        return bearers;
    }

    private static async Task<decimal> Balances(Uri server, IEnumerable<string> bearers)
    {
        var sum = 0m;
        foreach (var bearer in bearers)
        {
            using var api = new ApiClient(server, bearer);
            sum += decimal.Parse((await api.Get("/v1/balance")).Money("available_usd"), CultureInfo.InvariantCulture);
        }

        return sum;
    }

    private static async Task LoadUntilKilled(TestDatabase database, string bearer, int kill, ConcurrentBag<Sent> sent)
    {
        using var server = await ServerProcess.Start(database, Settings);
        using var api = new ApiClient(server.Server, bearer);
        using var stop = new CancellationTokenSource();
        using var answers = new Countdown();
        var clients = Enumerable.Range(0, Clients)
            .Select(client => Work(api, (path, body, key) => new Sent(bearer, $"k{kill}-c{client}-{key}", path, body), sent, answers, stop.Token)).ToArray();
        await answers.WaitAsync(AnswersStep * (kill + 1) % MostAnswers);
        server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
    }

    // Each client tops up, deposits and withdraws, and cancels every second withdrawal. It mines blocks when too many are open.
    private static async Task Work(
        ApiClient api, Func<string, object?, string, Sent> request, ConcurrentBag<Sent> sent, Countdown answers, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var isDeposit = i % 3 == 0;
            var opened = isDeposit
                ? await Send(api, request("/v1/topups", new { amount_usd = Deposit, asset = "USDT", chain = "tron" }, $"{i}"), sent)
                : await Send(api, request("/v1/withdrawals", new { amount_usd = Withdrawal, chain = "tron", address = Wallet }, $"{i}"), sent);
            if (opened is null)
            {
                return;
            }

            answers.Add();
            var next = IsLimit(opened) ? "/v1/simulate/chains/tron/blocks"
                : isDeposit ? $"/v1/simulate/topups/{opened["id"]}/deposit"
                : i % 3 == 1 ? $"/v1/withdrawals/{opened["id"]}{Cancel}" : null;
            object? body = IsLimit(opened) ? new { blocks = BlocksToFinality } : null;
            if (next is not null && await Send(api, request(next, body, $"{i}-next"), sent) is null)
            {
                return;
            }
        }
    }

    // Returns null when the request was cut off. Only its key can tell whether it took effect.
    private static async Task<Answer?> Send(ApiClient api, Sent request, ConcurrentBag<Sent> sent)
    {
        try
        {
            var answer = await api.PostUntilTaken(request.Path, request.Body, request.Key);
            sent.Add(request with { Acknowledged = answer });
            return answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            sent.Add(request);
            return null;
        }
    }

    private static async Task<IReadOnlyCollection<(Sent Request, Answer Answer)>> SendAgain(Uri server, IEnumerable<Sent> sent)
    {
        var replies = new ConcurrentBag<(Sent Request, Answer Answer)>();
        foreach (var one in sent.GroupBy(request => request.Bearer))
        {
            using var api = new ApiClient(server, one.Key);
            await Parallel.ForEachAsync(
                one, new ParallelOptions { MaxDegreeOfParallelism = Clients },
                async (request, _) => replies.Add((request, await api.PostUntilTaken(request.Path, request.Body, request.Key))));
        }

        return replies;
    }

    private static async Task UntilAllIsSent(TestDatabase database)
    {
        while (await DatabaseRows.Number(database, "SELECT COUNT(*) FROM treasury_payout WHERE state IN ('held', 'signed')") > 0)
        {
            await Task.Delay(Pause);
        }
    }

    private static async Task EachLeftOnce(TestDatabase database, int expected)
    {
        var onChain = await DatabaseRows.Of(database, "SELECT tx_hash FROM treasury_sim_payout", row => row.GetString(0));
        var promised = await DatabaseRows.Of(
            database, "SELECT tx_hash FROM treasury_withdrawal WHERE status IN ('broadcasted', 'confirmed')", row => row.GetString(0));
        Assert.Equal(expected, onChain.Count);
        Assert.Equal(promised.Order(StringComparer.Ordinal), onChain.Order(StringComparer.Ordinal));
    }
}
