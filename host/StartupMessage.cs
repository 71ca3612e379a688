using Cryptocardium.Host.Telemetry;

namespace Cryptocardium.Host;

// What someone who has just started the program wants to know; a program that reads the log is told in a line of it.
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

              Try first, in another shell: open an account; its answer holds a session token to send as bearer.

                curl {{url}}/v1/accounts -H 'Content-Type: application/json' \
                  -d '{"email": "you@example.com", "password": "a-long-random-string"}'

              The README goes on from there to a live card. Stop with Ctrl+C.

            """);
    });

    [LoggerMessage(1, LogLevel.Information, "Cryptocardium is ready at {Url}.")]
    private static partial void LogReady(ILogger logger, string url);
}
