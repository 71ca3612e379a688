using Cryptocardium.Host.Commands;
using Cryptocardium.Host.Startup;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Host.Control;

// Runs a command that writes: in the server that holds the data, if there is one, or else in this process.
internal static class DataWriter
{
    // A server that starts, or another command, holds the data for a moment without listening.
    private const int Attempts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="command">The command.</param>
    /// <param name="words">Its words.</param>
    /// <param name="settings">The settings of this process; a server keeps its own.</param>
    /// <param name="output">Receives the text.</param>
    /// <returns>The exit code of the command.</returns>
    public static async Task<int> Run(TextCommand command, string[] words, string[] settings, TextWriter output)
    {
        var builder = Composition.BuilderOf(settings);
        var directory = Composition.DirectoryOf(builder.Configuration);
        var database = Composition.DatabaseAt(directory, builder.Configuration);
        DataDirectory.RequireDatabase(database);
        DataDirectory.Prepare(directory, database);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (DataLock.TryAcquire(database, out var held))
            {
                using (held)
                {
                    return await RunHere(builder, command, words, output);
                }
            }

            if (await ControlClient.Run(directory, [command.Name, .. words], output, CancellationToken.None) is { } code)
            {
                return code;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }

        throw new RemedyException(DataLock.Refusal(database));
    }

    private static async Task<int> RunHere(WebApplicationBuilder builder, TextCommand command, string[] words, TextWriter output)
    {
        await using var services = Composition.CommandServices(builder);
        await services.GetRequiredService<DatabaseStart>().Run(CancellationToken.None);
        try
        {
            return await command.Run(services, words, output, CancellationToken.None);
        }
        finally
        {
            await services.GetRequiredService<Writers>().StopAsync(CancellationToken.None);
        }
    }
}
