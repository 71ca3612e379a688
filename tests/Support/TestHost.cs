using Cryptocardium.Accounts.Contract;
using System.Globalization;
using Cryptocardium.Host;
using Cryptocardium.Host.Pipeline;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests;

/// <summary>
/// Runs the whole product in this process on a port of its own, with a clock that the test moves. Tests drive it over HTTP.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    // Few rounds, because tests open many accounts and protect none of them.
    private const int PasswordRounds = 1_000;

    private readonly Func<Task<WebApplication>> start;
    private WebApplication app;
    private int accounts;

    private TestHost(Func<Task<WebApplication>> start, WebApplication app, TestDatabase database, FakeTime clock, CapturedLogs logs)
    {
        this.start = start;
        this.app = app;
        Database = database;
        Clock = clock;
        Logs = logs;
        Server = new Uri(app.Urls.First());
        Anonymous = new ApiClient(Server);
    }

    /// <summary>The database of the product.</summary>
    public TestDatabase Database { get; }

    /// <summary>The product's clock.</summary>
    public FakeTime Clock { get; }

    /// <summary>The log of the product, at the configured level.</summary>
    public CapturedLogs Logs { get; }

    /// <summary>The last reconciliation, as the operator's metric has it.</summary>
    public Reconciliation Reconciliation => app.Services.GetRequiredService<IReconciliationStatus>().Last;

    /// <summary>The address that it listens on.</summary>
    public Uri Server { get; private set; }

    /// <summary>A client without a credential.</summary>
    public ApiClient Anonymous { get; private set; }

    /// <summary>Starts the product on a fresh database. Rate limits are very high unless the test sets them.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="arguments">Further arguments of the host, such as <c>--RateLimits:Scale=1</c>.</param>
    public static Task<TestHost> Start(Engine engine, params string[] arguments) =>
        Start(engine, static _ => { }, arguments);

    /// <summary>Starts the product on a database that is there already, such as a restored one; the host deletes it with itself.</summary>
    public static Task<TestHost> Start(TestDatabase database, params string[] arguments) => StartOn(database, static _ => { }, arguments);

    /// <summary>Starts the product with some services replaced, such as its randomness or a port that fails on purpose.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="replace">Receives the services after the product has registered its own.</param>
    /// <param name="arguments">Further arguments of the host.</param>
    public static async Task<TestHost> Start(Engine engine, Action<IServiceCollection> replace, params string[] arguments) =>
        await StartOn(await TestDatabase.Create(engine), replace, arguments);

    private static async Task<TestHost> StartOn(TestDatabase database, Action<IServiceCollection> replace, string[] arguments)
    {
        var clock = new FakeTime();
        var logs = new CapturedLogs();
        string[] all =
        [
            "--Urls=http://127.0.0.1:0", "--PublicUrl=https://api.cryptocardium.com", "--RateLimits:Scale=100000",
            "--Connections:MaxPerAddress=16384", "--Treasury:SimulatedBlockSeconds=0", "--Logging:LogLevel:Default=Error", .. database.Arguments, .. arguments,
        ];
        async Task<WebApplication> Start()
        {
            var app = Composition.Build(
                all,
                services => replace(services
                    .AddSingleton<TimeProvider>(clock)
                    .AddLogging(logging => logging.ClearProviders().AddProvider(logs))
                    .PostConfigure<PasswordHasherOptions>(passwords => passwords.IterationCount = PasswordRounds)));
            await app.StartAsync();
            return app;
        }

        return new TestHost(Start, await Start(), database, clock, logs);
    }

    /// <summary>The public status of a component.</summary>
    /// <param name="component">Its name.</param>
    /// <param name="mode">The mode of a rail.</param>
    public async Task<string> StatusOf(string component, string mode = "") =>
        (await TestAccount.Ok(Anonymous.Get("/v1/status"))).Json.GetProperty("components").EnumerateArray()
        .Single(part => part.GetProperty("name").GetString() == component && (mode.Length == 0 || part.GetProperty("mode").GetString() == mode))
        .GetProperty("status").GetString()!;

    /// <summary>Restarts the product on the same database and another port.</summary>
    public async Task Restart()
    {
        Anonymous.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        app = await start();
        Server = new Uri(app.Urls.First());
        Anonymous = new ApiClient(Server);
    }

    /// <summary>Opens an account.</summary>
    public async Task<TestAccount> SignUp()
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"customer-{Interlocked.Increment(ref accounts)}@example.com");
        var answer = await TestAccount.Created(Anonymous.Post("/v1/accounts", new { email, password = TestAccount.Password }));
        var token = answer.Json.GetProperty("session").GetProperty("token").GetString();
        return new TestAccount(this, new ApiClient(Server, token), answer["id"], email);
    }

    /// <summary>Opens an account with money in its treasury.</summary>
    public async Task<TestAccount> SignUpWith(decimal treasury)
    {
        var account = await SignUp();
        await account.Deposit(treasury);
        return account;
    }

    /// <summary>Runs every job once at the current time of the clock.</summary>
    public async Task RunJobs()
    {
        var runner = app.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();
        foreach (var job in app.Services.GetServices<Job>())
        {
            await runner.RunOnce(job, CancellationToken.None);
        }
    }

    /// <summary>A service scope as a job has it, for tests of the state between two commands of a job.</summary>
    public AsyncServiceScope JobScope()
    {
        var scope = app.Services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Job;
        call.RequestId = scope.ServiceProvider.GetRequiredService<IdSource>().NewText("req");
        return scope;
    }

    /// <summary>A scope as a channel without HTTP has it: the caller is the account's session.</summary>
    public async Task<AsyncServiceScope> CallScope(TestAccount account)
    {
        var scope = app.Services.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<ICredentials>().Check(account.Api.Bearer!, CancellationToken.None);
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = check.Caller!;
        call.RequestId = scope.ServiceProvider.GetRequiredService<IdSource>().NewText(Call.IdPrefix);
        return scope;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
