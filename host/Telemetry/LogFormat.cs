using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace Cryptocardium.Host.Telemetry;

// How the log looks: to be read, unless the console's own setting asks for JSON.
internal static class LogFormat
{
    private const string Setting = "Logging:Console:FormatterName";

    // A line of JSON says when, and which request or job it belongs to.
    private static readonly Dictionary<string, string?> JsonDefaults = new()
    {
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
    };

    /// <summary>Whether a program reads standard output, line by line.</summary>
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
