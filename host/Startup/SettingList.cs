using System.Globalization;
using Cryptocardium.Kernel.Data;
using Npgsql;

namespace Cryptocardium.Host.Startup;

// All settings of the product, the one place to add one. A test compares the keys with the tables of the README files. Sections of the
// framework (Logging, OTEL_…) are in SettingCheck.
internal static class SettingList
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("Urls", "addresses such as http://127.0.0.1:5080, separated by semicolons", UrlText.AreListened),
        new("PublicUrl", "an address such as https://api.example.com", UrlText.IsOrigin),
        new("Kestrel:Certificates:Default:Path"),
        new("Kestrel:Certificates:Default:KeyPath"),
        new("Kestrel:Certificates:Default:Password") { IsSecret = true },
        new("Data:Directory", "a directory", static value => value.Trim().Length > 0),
        new("Database:Provider", "Sqlite or Postgres", static value => Enum.GetNames<Engine>().Contains(value, StringComparer.OrdinalIgnoreCase)),
        new("Database:ConnectionString", "a text such as Host=127.0.0.1;Username=app;Password=secret;Database=cryptocardium", IsConnectionString)
        {
            IsSecret = true,
        },
        new("Connections:Max", "a count from 1 to 1000000", static value => IsCount(value, 1_000_000)),
        new("Connections:MaxPerAddress", "a count from 1 to 1000000", static value => IsCount(value, 1_000_000)),
        new("ForwardedHeaders:KnownProxies"),
        new("ForwardedHeaders:KnownNetworks"),
        new("Retention:RequestLogs"),
        new("RateLimits:Scale", "a number above 0 and at most 1000000", static value => IsFactor(value, 1_000_000)),
        new("Timeouts:Scale", "a number from 0.001 to 1000", static value => IsFactor(value, 1_000) && Number(value) >= 0.001),
        new("Rails:Live:Issuer"),
        new("Rails:Live:Chain"),
        new("Treasury:DenyList"),
        .. Each("Treasury:Confirmations", "bsc", "ethereum", "tron"),
        .. Each("Treasury:NetworkFeeUsd", "bsc", "ethereum", "tron"),
        new("Treasury:WithdrawalDelaySeconds"),
        new("Treasury:PayoutLeaseSeconds"),
        new("Treasury:SimulatedBlockSeconds"),
        .. Each(
            "Cards:HoldWindows", "CardNotPresent", "CardPresent", "MerchantInitiated", "LodgingAndRental", "Fuel", "MastercardFinal",
            "MastercardPreauthorization"),
    ];

    private static IEnumerable<Setting> Each(string section, params string[] names) => names.Select(name => new Setting($"{section}:{name}"));

    private static bool IsFactor(string value, double most) => Number(value) is > 0 and var number && number <= most;

    private static bool IsCount(string value, double most) => Number(value) is >= 1 and var number && number <= most && number % 1 == 0;

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsConnectionString(string value)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(value).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
