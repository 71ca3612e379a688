using Cryptocardium.Host.Telemetry;

namespace Cryptocardium.Host;

// Prints the addresses and a first request when the server is ready, or one log line if the log is JSON.
internal static partial class StartupMessage
{
    public static void WriteWhenReady(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var url = app.Urls.First().TrimEnd('/');
        if (LogFormat.IsJson(app.Configuration))
        {
            LogReady(app.Logger, url);
            return;
        }

        Console.WriteLine(
            $$"""

              Cryptocardium is ready at {{url}}

              Documentation   {{url}}/docs
              Contract        {{url}}/openapi/v1.yaml
              Status          {{url}}/v1/status

              Next, in another shell, open an account. The response contains a session token, to be sent as a bearer token.

                curl {{url}}/v1/accounts -H 'Content-Type: application/json' \
                  -d '{"email": "you@example.com", "password": "a-long-random-string"}'

              The README continues from there to a live card. Ctrl+C stops the server.

            """);
    });

    [LoggerMessage(1, LogLevel.Information, "Cryptocardium is ready at {Url}.")]
    private static partial void LogReady(ILogger logger, string url);
}
