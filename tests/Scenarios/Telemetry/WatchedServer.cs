using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Otlp;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// A server that exports to a collector. It flushes its telemetry when it stops.
internal sealed class WatchedServer : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly OtlpCollector collector;
    private readonly ServerProcess process;

    private WatchedServer(TestDatabase database, OtlpCollector collector, ServerProcess process)
    {
        (this.database, this.collector, this.process) = (database, collector, process);
        Anonymous = new ApiClient(process.Server);
    }

    public ApiClient Anonymous { get; }

    public static async Task<WatchedServer> Start(Engine engine, params string[] arguments)
    {
        var database = await TestDatabase.Create(engine);
        var collector = await OtlpCollector.Start();
        return new WatchedServer(database, collector, await ServerProcess.Start(database, collector.Variables, arguments));
    }

    public Task<Answer> SignUp(string email) =>
        TestAccount.Created(Anonymous.Post("/v1/accounts", new { email, password = TestAccount.Password }));

    public ApiClient Api(string bearer) => new(process.Server, bearer);

    // Simulates a bug by making the stored password hashes unreadable.
    public async Task<Answer> FailToSignIn()
    {
        await database.Execute("UPDATE accounts_account SET password_hash = '!'");
        var answer = await Anonymous.Post("/v1/sessions", new { email = "you@example.com", password = TestAccount.Password });
        Assert.Equal((HttpStatusCode.InternalServerError, "internal_error"), (answer.Status, answer.Code));
        return answer;
    }

    /// <summary>Stops the server and returns the collector and the lines of its output.</summary>
    public async Task<(OtlpCollector Collector, IReadOnlyList<string> Output)> Stop()
    {
        process.Terminate();
        Assert.Equal(0, await process.ExitCode());
        return (collector, process.Output);
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        process.Dispose();
        await collector.DisposeAsync();
        await database.DisposeAsync();
    }
}
