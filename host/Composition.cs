using Cryptocardium.Accounts;
using Cryptocardium.Cards;
using Cryptocardium.Host.Docs;
using Cryptocardium.Host.Http;
using Cryptocardium.Host.Pipeline;
using Cryptocardium.Host.Telemetry;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Ledger;
using Cryptocardium.Treasury;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cryptocardium.Host;

// What the program is made of, in reading order.
internal static class Composition
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string DatabaseFile = "cryptocardium.db";

    // The watcher for changed settings sees the whole working directory: every write to the database would wake it.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    // Below every file, variable and argument. The framework's line for each request would cost more than the request; its scope has a
    // request id of its own, and the path, which is the caller's text.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
    };

    /// <param name="args">The configuration, over appsettings and environment.</param>
    /// <param name="overrides">A test's own clock or randomness; it has the last word.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? overrides = null)
    {
        var builder = BuilderOf(args);
        var configuration = builder.Configuration;
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.AddLogFormat();
        if (string.IsNullOrEmpty(configuration["Urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        var directory = DirectoryOf(configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IdSource>();

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

    /// <summary>Everything but the edge; what runs by itself runs only when a host starts it.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services, string directory, IConfiguration configuration) => services
        .AddKernel(DatabaseAt(directory, configuration), KeyRing.Open(KeysIn(directory)))
        .AddSingleton(provider => new FileStore(Path.Combine(directory, "evidence"), provider.GetRequiredService<IdSource>()))
        .AddLedger(directory)
        .AddAccounts()
        .AddTreasury(configuration)
        .AddCards(configuration)
        .AddMediator(options =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.GenerateTypesAsInternal = true;
        })
        .AddPipeline(configuration);

    public static WebApplicationBuilder BuilderOf(string[] args) => WebApplication.CreateBuilder([NoReload, .. args]);

    public static string DirectoryOf(IConfiguration configuration) => configuration["Data:Directory"] ?? "data";

    public static string KeysIn(string directory) => Path.Combine(directory, "keys");

    public static DatabaseOptions DatabaseAt(string directory, IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] ?? nameof(Engine.Sqlite);
        if (!Enum.TryParse<Engine>(provider, ignoreCase: true, out var engine))
        {
            throw new InvalidOperationException($"Database:Provider is '{provider}'; it can be Sqlite or Postgres.");
        }

        return engine == Engine.Sqlite
            ? new DatabaseOptions(engine, Path.Combine(directory, DatabaseFile))
            : new DatabaseOptions(engine, configuration["Database:ConnectionString"]
                ?? throw new InvalidOperationException("Database:Provider is Postgres; Database:ConnectionString is missing."));
    }
}
