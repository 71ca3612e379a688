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

// Composes the program, in reading order.
internal static class Composition
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string DatabaseFile = "cryptocardium.db";

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

    /// <summary>Adds everything but the HTTP edge. Background services run only if a host starts them.</summary>
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
            throw new InvalidOperationException($"Database:Provider is '{provider}'; it must be Sqlite or Postgres.");
        }

        return engine == Engine.Sqlite
            ? new DatabaseOptions(engine, Path.Combine(directory, DatabaseFile))
            : new DatabaseOptions(engine, configuration["Database:ConnectionString"]
                ?? throw new InvalidOperationException("Database:Provider is Postgres; Database:ConnectionString is missing."));
    }
}
