using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Commands;

internal static class Serve
{
    private const int Refused = 2;

    public static async Task<int> Run(string[] settings, TextWriter output)
    {
        var app = Composition.Build(settings);
        if (app.Services.GetRequiredService<Addresses>().Refusal() is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return Refused;
        }

        var database = app.Services.GetRequiredService<DatabaseOptions>();
        if (!DataLock.TryAcquire(database, out var held))
        {
            await output.WriteLineAsync(DataLock.Refusal(database));
            return Refused;
        }

        using var data = held;
        StartupMessage.WriteWhenReady(app);
        await app.RunAsync();
        return 0;
    }
}
