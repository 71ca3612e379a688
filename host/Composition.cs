using Cryptocardium.Accounts;
using Cryptocardium.Cards;
using Cryptocardium.Host.Docs;
using Cryptocardium.Host.Http;
using Cryptocardium.Host.Pipeline;
using Cryptocardium.Host.Startup;
using Cryptocardium.Host.Telemetry;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Time;
using Cryptocardium.Ledger;
using Cryptocardium.Treasury;
using Cryptocardium.Webhooks;
using Microsoft.Extensions.Configuration.Memory;

namespace Cryptocardium.Host;

// Composes the program, in reading order.
internal static class Composition
{
    /// <summary>The folder of evidence in the data directory.</summary>
    public const string EvidenceFolder = "evidence";

    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string DatabaseFile = "cryptocardium.db";
    private const string ConnectionString = "Database:ConnectionString";

    // A file watcher for changed settings covers the whole working directory, so each write to the database would trigger it.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    // Defaults that every file, variable and argument overrides. The framework's request log costs more than a request, and its scope
    // contains another request id and the path, which is text of the caller.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
    };

    /// <param name="args">Settings that override appsettings.json and the environment.</param>
    /// <param name="overrides">Replaces services, such as the clock in tests; applied last.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? overrides = null)
    {
        var builder = BuilderOf(args);
        var configuration = builder.Configuration;
        if (string.IsNullOrEmpty(configuration["Urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        var directory = DirectoryOf(configuration);
        builder.AddTelemetry();
        builder.Services.AddProduct(directory, configuration);
        builder.AddEdge();
        builder.Services.AddDocs();
        overrides?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseTelemetry();
        app.UseContractFile();
        app.UseEdge();
        app.MapGroup("").On(Surface.Public).MapDocs();
        return app;
    }

    /// <summary>The services of a command that runs without a server.</summary>
    public static ServiceProvider CommandServices(WebApplicationBuilder builder)
    {
        builder.Services.AddProduct(DirectoryOf(builder.Configuration), builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Adds everything but the HTTP edge. Background services run only if a host starts them.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services, string directory, IConfiguration configuration) => services
        .AddSingleton<TimeProvider>(provider => SteadyClock.OfMachine(provider.GetRequiredService<ILogger<SteadyClock>>()))
        .AddSingleton<IdSource>()
        .AddKernel(directory, DatabaseAt(directory, configuration), KeyRing.Open(KeysIn(directory)))
        .AddSingleton(provider => new FileStore(Path.Combine(directory, EvidenceFolder), provider.GetRequiredService<IdSource>()))
        .AddLedger(directory)
        .AddAccounts(configuration)
        .AddTreasury(configuration)
        .AddCards(configuration)
        .AddWebhooks()
        .AddMediator(options =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.GenerateTypesAsInternal = true;
        })
        .AddPipeline(configuration);

    /// <summary>The services of a command that only reads database and ledger.</summary>
    public static ServiceProvider ReadOnlyServices(string directory, DatabaseOptions database) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IdSource>()
        .AddSingleton(database with { ReadOnly = true })
        .AddSingleton<Database>()
        .AddScoped<Call>()
        .AddScoped<UnitOfWork>()
        .AddLedger(directory)
        .BuildServiceProvider();

    /// <exception cref="RemedyException">A setting is unknown, or its value is not accepted.</exception>
    public static WebApplicationBuilder BuilderOf(string[] args)
    {
        var builder = WebApplication.CreateBuilder([NoReload, .. args]);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.AddLogFormat();
        SettingCheck.Run(builder.Configuration);
        return builder;
    }

    public static string DirectoryOf(IConfiguration configuration) => configuration["Data:Directory"] ?? "data";

    public static string KeysIn(string directory) => Path.Combine(directory, "keys");

    public static DatabaseOptions DatabaseAt(string directory, IConfiguration configuration)
    {
        if (Enum.Parse<Engine>(configuration["Database:Provider"] ?? nameof(Engine.Sqlite), ignoreCase: true) == Engine.Postgres)
        {
            return new DatabaseOptions(Engine.Postgres, configuration[ConnectionString]
                ?? throw new RemedyException($"Database:Provider is Postgres; set {ConnectionString} too."));
        }

        return configuration[ConnectionString] is null
            ? new DatabaseOptions(Engine.Sqlite, Path.Combine(directory, DatabaseFile))
            : throw new RemedyException($"{ConnectionString} is set, but Database:Provider is Sqlite; set it to Postgres, or remove the former.");
    }
}
