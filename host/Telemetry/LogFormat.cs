using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace Cryptocardium.Host.Telemetry;

// Formats the log as text, or as JSON if the console's setting says so.
internal static class LogFormat
{
    private const string Setting = "Logging:Console:FormatterName";

    // Adds the time and the scopes of the request or job to each JSON line.
    private static readonly Dictionary<string, string?> JsonDefaults = new()
    {
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
    };

    /// <summary>Whether each log line is JSON, for programs that read standard output.</summary>
    public static bool IsJson(IConfiguration configuration) =>
        string.Equals(configuration[Setting], ConsoleFormatterNames.Json, StringComparison.OrdinalIgnoreCase);

    public static void AddLogFormat(this WebApplicationBuilder builder)
    {
        if (IsJson(builder.Configuration))
        {
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = JsonDefaults });
        }
    }
}
