using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios;

// Clients pay while a backup is written in another process. It is restored elsewhere, and a second server continues with it.
[Trait("Suite", "Soak")]
public sealed class BackupLoadTests(ITestOutputHelper log)
{
    private const int Clients = 16;

    private sealed record Payment(string Key, byte[] Answer);

    [DatabaseTheory]
    public async Task A_backup_under_load_has_every_write_acknowledged_before_it(Engine engine)
    {
        var paymentsBefore = Budget.Of(everyChange: 300, soak: 100_000);
        var backups = Directory.CreateTempSubdirectory("cryptocardium-backup-").FullName;
        var passphrase = Path.Combine(backups, "passphrase");
        await File.WriteAllTextAsync(passphrase, "a passphrase of the tests");
        string[] words = [Path.Combine(backups, "daily"), "--passphrase-file", passphrase];
        await using var database = await TestDatabase.Create(engine);
        await using var restored = await TestDatabase.CreateEmpty(engine);
        var (bearer, before) = await BackUpUnderLoad(database, paymentsBefore, words);

        AssertDone(await HostCommand.Run(restored, ["restore", .. words]));
        AssertDone(await HostCommand.Run(restored, "verify"));
        Assert.True(await BooksAudit.Check(restored) >= before.Count);

        using var server = await ServerProcess.Start(restored);
        using var api = new ApiClient(server.Server, bearer.Token);
        await Parallel.ForEachAsync(before, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (payment, _) =>
        {
            var answer = await Pay(api, bearer.Card, payment.Key);
            Assert.Equal(("true", payment.Key), (answer.Header("Idempotent-Replayed"), payment.Key));
            Assert.Equal(payment.Answer, answer.Body);
        });
        await TestAccount.Created(Pay(api, bearer.Card, "a-new-key"));
        server.Kill();
        await BooksAudit.Check(restored);
        Directory.Delete(backups, recursive: true);
    }

    // Returns the payments that were acknowledged before the backup began.
    private async Task<((string Token, string Card) Bearer, IReadOnlyList<Payment> Before)> BackUpUnderLoad(
        TestDatabase database, int paymentsBefore, string[] words)
    {
        using var server = await ServerProcess.Start(database);
        var bearer = await Open(server);
        using var api = new ApiClient(server.Server, bearer.Token);
        using var stop = new CancellationTokenSource();
        var done = new ConcurrentQueue<Payment>();
        using var answers = new Countdown();
        var clients = Enumerable.Range(0, Clients).Select(client => PayUntilStopped(api, bearer.Card, client, done, answers, stop.Token)).ToArray();
        await answers.WaitAsync(paymentsBefore);

        Payment[] before = [.. done];
        var watch = Stopwatch.StartNew();
        var backup = await HostCommand.Run(database, ["backup", .. words]);
        var during = done.Count - before.Length;
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Engine}: {before.Length} payments before the backup; {during / watch.Elapsed.TotalSeconds:0} a second while it was written in {watch.Elapsed.TotalSeconds:0.0} s. {backup.Output}"));
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        AssertDone(backup);
        Assert.True(during > 0, "No payment was acknowledged while the backup was written.");
        await BooksAudit.Check(database);
        return (bearer, before);
    }

    private static async Task<(string Token, string Card)> Open(ServerProcess server)
    {
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "backup@example.com", password = TestAccount.Password }));
        var token = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server.Server, token);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 100_000, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 90_000 }));
        return (token, card["id"]);
    }

    private static async Task PayUntilStopped(
        ApiClient api, string card, int client, ConcurrentQueue<Payment> done, Countdown answers, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var key = $"client-{client}-{i}";
            done.Enqueue(new Payment(key, (await TestAccount.Created(Pay(api, card, key))).Body));
            answers.Add();
        }
    }

    private static Task<Answer> Pay(ApiClient api, string card, string key) => api.PostUntilTaken(
        "/v1/simulate/authorizations", new { card_id = card, amount_usd = 0.01m, merchant = new { name = "OpenAI", mcc = "7372" } }, key);

    private static void AssertDone((int Code, string Output) command) => Assert.True(command.Code == 0, command.Output);
}
