using System.Globalization;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Cryptocardium.Host.Startup;

// Refuses unknown settings and bad values before anything is opened. A misspelt setting that is ignored would make a command work on
// another database than the operator means.
internal static class SettingCheck
{
    private const string Certificates = "Kestrel:Certificates";
    private const string LogLevels = ":LogLevel:";

    // Sections that the framework reads.
    private static readonly string[] Framework =
    [
        "Logging:LogLevel", "Logging:Console", "Logging:Debug", "Logging:EventSource", "Logging:EventLog", "Kestrel", "AllowedHosts", "hostBuilder",
        "environment", "contentRoot", "applicationName", "webroot", "shutdownTimeoutSeconds", "detailedErrors", "http_ports", "https_ports",
    ];

    private static readonly string[] FrameworkPrefixes = ["OTEL_", "ASPNETCORE_", "DOTNET_"];

    private static readonly HashSet<string> Known = new(SettingList.All.Select(setting => setting.Key), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Roots = new(Known.Select(RootOf).Where(root => root != "Kestrel"), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RemedyException">A setting is unknown, or its value is not accepted.</exception>
    public static void Run(IConfigurationRoot configuration)
    {
        foreach (var key in configuration.Providers.SelectMany(Judged))
        {
            if (!Known.Contains(key) && !Known.Contains(ListOf(key)) && !IsOfFramework(key))
            {
                throw new RemedyException($"{key} is not a setting; {Spelling.Hint(key, Known, "'help' lists all settings")}");
            }
        }

        foreach (var setting in SettingList.All)
        {
            if (configuration[setting.Key] is { } value && setting.Refusal(value) is { } refusal)
            {
                throw new RemedyException(refusal);
            }
        }

        CheckLogLevels(configuration);
    }

    // Each key of arguments and files is judged. Of the environment, which other programs use too, only sections of the product are.
    private static IEnumerable<string> Judged(IConfigurationProvider provider) => provider switch
    {
        CommandLineConfigurationProvider or JsonConfigurationProvider => Keys(provider, null),
        EnvironmentVariablesConfigurationProvider => Keys(provider, null)
            .Where(key => key.Contains(':', StringComparison.Ordinal) && (Roots.Contains(RootOf(key)) || IsIn(key, Certificates))),
        _ => [],
    };

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent)
    {
        foreach (var name in provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = parent is null ? name : ConfigurationPath.Combine(parent, name);
            if (provider.TryGet(key, out _))
            {
                yield return key;
            }

            foreach (var child in Keys(provider, key))
            {
                yield return child;
            }
        }
    }

    private static void CheckLogLevels(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            if (value is not null && key.Contains(LogLevels, StringComparison.OrdinalIgnoreCase) && !Enum.TryParse<LogLevel>(value, true, out _))
            {
                throw new RemedyException($"{key} is '{value}'; it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }

    private static bool IsOfFramework(string key) =>
        !IsIn(key, Certificates)
        && (Framework.Any(section => IsIn(key, section)) || FrameworkPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static bool IsIn(string key, string section) =>
        key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && (key.Length == section.Length || key[section.Length] == ':');

    // The setting whose value is a list that this key is an item of, as in a settings file; else the key.
    private static string ListOf(string key) =>
        key.LastIndexOf(':') is > 0 and var end && int.TryParse(key[(end + 1)..], CultureInfo.InvariantCulture, out _) ? key[..end] : key;

    private static string RootOf(string key) => key.Split(':', 2)[0];
}
