using Cryptocardium.Host.Control;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Host.Startup;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Commands;

internal static class Serve
{
    private static readonly string[] StartLogs = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    public static async Task<int> Run(string[] words, TextWriter output)
    {
        using var signals = new StopSignals();
        var settings = CommandWords.Read(words).Taking().Settings;
        var isStarted = false;
        var app = Composition.Build(settings, services =>
        {
            services.AddControl();

            // CommandLine says in one sentence why a start failed; the framework would log the exception too.
            services.AddLogging(logging => Array.ForEach(StartLogs, category => logging.AddFilter(category, level => isStarted && level >= LogLevel.Warning)));
        });
        app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        if (app.Services.GetRequiredService<Addresses>().Refusal() is { } refusal)
        {
            throw new RemedyException(refusal);
        }

        Certificate.Check(app.Configuration);
        DataDirectory.Prepare(Composition.DirectoryOf(app.Configuration), database);
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            using var held = await DataLock.Acquire(database, signals.Token);
            Welcome.WriteWhenReady(app);
            await app.RunAsync(signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // Stopped while it started: there is nothing to finish.
        }

        return 0;
    }
}
