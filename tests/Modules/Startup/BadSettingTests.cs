using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Startup;

// Unknown settings and bad values are refused by one sentence before anything is opened.
public sealed class BadSettingTests : IDisposable
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string, string> Rows { get; } = new()
    {
        { "--Data:Dir=x", "Data:Dir is not a setting; did you mean Data:Directory?" },
        { "--Databse:Provider=Postgres", "Databse:Provider is not a setting; did you mean Database:Provider?" },
        { "--RateLimits:Sclae=1", "did you mean RateLimits:Scale?" },
        { "--Treasury:Confirmations:solana=1", "Treasury:Confirmations:solana is not a setting" },
        { "--Cards:HoldWindows:Cinema=1", "Cards:HoldWindows:Cinema is not a setting" },
        { "--Kestrel:Certificates:Default:Pth=x", "did you mean Kestrel:Certificates:Default:Path?" },
        { "--Logging:Levels=x", "Logging:Levels is not a setting; 'help' lists all settings." },
        { "--nonsense=1", "nonsense is not a setting" },
        { "--RateLimits:Scale=0", "RateLimits:Scale is '0'; it must be a number above 0" },
        { "--RateLimits:Scale=-1", "RateLimits:Scale is '-1'" },
        { "--RateLimits:Scale=NaN", "RateLimits:Scale is 'NaN'" },
        { "--RateLimits:Scale=1e9", "at most 1000000" },
        { "--RateLimits:Scale=", "RateLimits:Scale is ''" },
        { "--Timeouts:Scale=0", "Timeouts:Scale is '0'" },
        { "--Timeouts:Scale=fast", "Timeouts:Scale is 'fast'; it must be a number from 0.001 to 1000." },
        { "--Urls=5080", "Urls is '5080'; it must be addresses such as http://127.0.0.1:5080" },
        { "--Urls=http://127.0.0.1:99999", "Urls is 'http://127.0.0.1:99999'" },
        { "--Urls=http://127.0.0.1:5080/api", "Urls is 'http://127.0.0.1:5080/api'" },
        { "--Urls=ftp://127.0.0.1:5080", "Urls is 'ftp://127.0.0.1:5080'" },
        { "--Urls=http://127.0.0.1:0;nonsense", "separated by semicolons" },
        { "--Urls=http://0.0.0.0:0", "0.0.0.0:0 can be reached from other machines" },
        { "--Urls=https://127.0.0.1:0", "needs a certificate" },
        { "--PublicUrl=example.com", "PublicUrl is 'example.com'; it must be an address such as https://api.example.com." },
        { "--PublicUrl=https://example.com/api", "PublicUrl is 'https://example.com/api'" },
        { "--Data:Directory=", "Data:Directory is ''; it must be a directory." },
        { "--Database:Provider=Oracle", "Database:Provider is 'Oracle'; it must be Sqlite or Postgres." },
        { "--Database:Provider=1", "Database:Provider is '1'" },
        { "--Database:Provider=Postgres", "set Database:ConnectionString too" },
        { "--Database:ConnectionString=Host=db", "Database:ConnectionString is set, but Database:Provider is Sqlite" },
        { "--Database:ConnectionString=Hots=db;Password=geheim", "Database:ConnectionString cannot be read; it must be a text such as Host=" },
        { "--Database:ConnectionString=Username=app", "Database:ConnectionString cannot be read" },
        { "--Rails:Live:Issuer=Visa", "Rails:Live:Issuer is 'Visa'" },
        { "--Rails:Live:Chain=Bitcoin", "Rails:Live:Chain is 'Bitcoin'" },
        { "--Treasury:Confirmations:tron=0", "a number of blocks from 1 to 1000" },
        { "--Treasury:NetworkFeeUsd:bsc=-1", "Treasury:NetworkFeeUsd:bsc is '-1'" },
        { "--Treasury:WithdrawalDelaySeconds=soon", "Treasury:WithdrawalDelaySeconds is 'soon'" },
        { "--Treasury:PayoutLeaseSeconds=0", "Treasury:PayoutLeaseSeconds is '0'" },
        { "--Cards:HoldWindows:Fuel=-1", "Cards:HoldWindows:Fuel is '-1'" },
        { "--Logging:LogLevel:Microsoft=Loud", "Logging:LogLevel:Microsoft is 'Loud'; it must be one of Trace, Debug" },
        { "--OTEL_EXPORTER_OTLP_ENDPOINT=collector", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'" },
        { "--contentRoot=/nowhere/at/all", "There is no directory /nowhere/at/all" },
        { "--Urls", "--Urls has no value; write --Urls=value." },
        { "-x", "'-x' cannot be understood" },
        { "--Kestrel:Endpoints:Http:Url=http://0.0.0.0:1", "Kestrel:Endpoints is not read." },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_bad_setting_is_refused_and_nothing_is_created(string argument, string cause)
    {
        await CommandRun.IsRefused(cause, $"--Data:Directory={directory}", argument);
        Assert.False(Directory.Exists(directory));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rotate-vault-key")]
    [InlineData("operator buy-gas --mode live --chain tron --amount 1")]
    public async Task A_command_refuses_a_misspelt_setting_instead_of_using_the_default_database(string command)
    {
        await CommandRun.IsRefused("Data:Dir is not a setting", [.. command.Split(' '), "--Data:Dir=/x"]);
        await CommandRun.IsRefused("does not exist; set Data:Directory to that of the server.", [.. command.Split(' '), $"--Data:Directory={directory}"]);
        Assert.False(Directory.Exists(directory));
    }

    [Theory]
    [InlineData("{", "is not valid JSON")]
    [InlineData("""{ "Data": { "Dir": "x" } }""", "Data:Dir is not a setting; did you mean Data:Directory?")]
    [InlineData("""{ "RateLimits": { "Scale": "none" } }""", "RateLimits:Scale is 'none'")]
    public async Task A_bad_file_is_refused(string json, string cause)
    {
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), json);

        await CommandRun.IsRefused(cause, $"--contentRoot={directory}", $"--Data:Directory={directory}");

        Assert.Single(Directory.EnumerateFileSystemEntries(directory));
    }

    [Theory]
    [InlineData("missing.pfx", null, "missing.pfx of Kestrel:Certificates:Default is missing")]
    [InlineData("text.pfx", null, "text.pfx cannot be used")]
    [InlineData("text.pfx", "missing.key", "missing.key of Kestrel:Certificates:Default is missing")]
    [InlineData("text.pfx", "text.pfx", "text.pfx cannot be used")]
    public async Task A_bad_certificate_is_refused(string path, string? keyPath, string cause)
    {
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "text.pfx"), "no certificate");
        List<string> words = [$"--Data:Directory={directory}/data", "--Urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={directory}/{path}"];
        if (keyPath is not null)
        {
            words.Add($"--Kestrel:Certificates:Default:KeyPath={directory}/{keyPath}");
        }

        await CommandRun.IsRefused(cause, [.. words]);

        Assert.False(Directory.Exists(Path.Combine(directory, "data")));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused()
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, "file");
        await File.WriteAllTextAsync(file, "");

        await CommandRun.IsRefused($"The directory {file}/data cannot be created", $"--Data:Directory={file}/data");
        await CommandRun.IsRefused($"The directory {file} cannot be created", $"--Data:Directory={file}");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Password=geheim;Database=books", "books at 127.0.0.1:1 cannot be reached")]
    [InlineData("Host=no-such-host.invalid;Username=nobody;Database=books", "books at no-such-host.invalid:5432 cannot be reached")]
    public async Task An_unreachable_server_is_named_without_its_password(string connection, string cause) => await CommandRun.IsRefused(
        cause, $"--Data:Directory={directory}", "--Urls=http://127.0.0.1:0", "--Database:Provider=Postgres", $"--Database:ConnectionString={connection}");

    [PostgresFact]
    public async Task A_database_that_the_server_does_not_have_is_refused()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var other = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "no_such_database" };

        await CommandRun.IsRefused(
            "The PostgreSQL database no_such_database at",
            $"--Data:Directory={directory}", "--Urls=http://127.0.0.1:0", "--Database:Provider=Postgres", $"--Database:ConnectionString={other}");
    }

    public void Dispose()
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
