using Cryptocardium.Host.Telemetry;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Startup;

// Prints the addresses, the database and a first request when the server is ready, or one log line if the log is JSON.
internal static partial class Welcome
{
    private const string Simulated = "Simulated";

    public static void WriteWhenReady(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var url = app.Urls.First().TrimEnd('/');
        var options = app.Services.GetRequiredService<DatabaseOptions>();
        var database = options.Engine == Engine.Sqlite
            ? $"SQLite, {Path.GetFullPath(options.ConnectionString)}"
            : DatabaseFailure.NameOf(options)["The ".Length..];
        if (LogFormat.IsJson(app.Configuration))
        {
            LogReady(app.Logger, url, database);
            return;
        }

        var directory = Path.GetFullPath(Composition.DirectoryOf(app.Configuration));
        var (issuer, chain) = (app.Configuration["Rails:Live:Issuer"] ?? Simulated, app.Configuration["Rails:Live:Chain"] ?? Simulated);
        Console.WriteLine(
            $$"""

              Cryptocardium is ready at {{url}}

              Documentation   {{url}}/docs
              Contract        {{url}}/openapi/v1.yaml
              Status          {{url}}/v1/status
              Database        {{database}}
              Files           {{directory}} (keys, evidence, exported chain heads)
              Rails           live: issuer {{issuer}}, chains {{chain}}; sandbox: Simulated

              Next, in another shell, open an account. The response contains a session token, to be sent as a bearer token.

                curl {{url}}/v1/accounts -H 'Content-Type: application/json' \
                  -d '{"email": "you@example.com", "password": "a-long-random-string"}'

              The README continues from there to a live card. Ctrl+C stops the server; --help lists commands and settings.

            """);
    });

    [LoggerMessage(1, LogLevel.Information, "Cryptocardium is ready at {Url}. Database: {Database}.")]
    private static partial void LogReady(ILogger logger, string url, string database);
}
