using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Commands;

internal static class Serve
{
    private const int InUse = 2;

    public static async Task<int> Run(string[] settings, TextWriter output)
    {
        var app = Composition.Build(settings);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        if (!DataLock.TryTake(database, out var held))
        {
            await output.WriteLineAsync(DataLock.Refusal(database));
            return InUse;
        }

        using var data = held;
        Welcome.SayWhenReady(app);
        await app.RunAsync();
        return 0;
    }
}
