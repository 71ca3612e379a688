using System.Globalization;

namespace Cryptocardium.Host.Http.Wire;

/// <summary>The limits of open connections.</summary>
/// <param name="Max">The limit of all connections together.</param>
/// <param name="MaxPerAddress">The limit of the connections of one address; known proxies have none, since they connect for many callers.</param>
internal sealed record ConnectionCaps(int Max, int MaxPerAddress)
{
    private const string MaxSetting = "Connections:Max";
    private const string MaxPerAddressSetting = "Connections:MaxPerAddress";
    private const int DefaultPerAddress = 256;

    // An idle connection takes some kilobytes, so this many take some 200 MB.
    private const int DefaultMost = 16_384;

    // For the database, uploads, outgoing requests and the runtime.
    private const int ReservedDescriptors = 384;

    private const string LimitsFile = "/proc/self/limits";
    private const string OpenFiles = "Max open files";

    public static ConnectionCaps Of(IConfiguration configuration)
    {
        var max = configuration.GetValue<int?>(MaxSetting) ?? DefaultMax(DescriptorLimit());

        // One address never takes all connections of a process with few descriptors.
        return new(max, configuration.GetValue<int?>(MaxPerAddressSetting) ?? Math.Clamp(max / 2, 1, DefaultPerAddress));
    }

    /// <summary>A cap that leaves descriptors for everything else, and at least half of a low limit.</summary>
    public static int DefaultMax(int? descriptors) =>
        descriptors is { } limit ? Math.Min(DefaultMost, limit - Math.Min(limit / 2, ReservedDescriptors)) : DefaultMost;

    // Null where the system has no such file; Windows has no limit that matters here.
    private static int? DescriptorLimit()
    {
        var line = File.Exists(LimitsFile)
            ? File.ReadLines(LimitsFile).FirstOrDefault(line => line.StartsWith(OpenFiles, StringComparison.Ordinal))
            : null;
        return line?[OpenFiles.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
            && int.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
