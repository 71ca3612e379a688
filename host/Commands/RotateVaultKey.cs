using System.Data.Common;
using System.Globalization;
using Cryptocardium.Cards.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Host.Commands;

// Rotates the key of the card numbers, with or without a running server. Each command is a small commit after which every number is
// readable. No command posts a journal, so on SQLite this process may write next to the server.
internal static class RotateVaultKey
{
    private const int Refused = 2;

    // SQLite retries a busy lock at growing intervals; without a pause the server would never find the lock free.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<int> Run(string[] settings, TextWriter output)
    {
        using var configuration = Composition.BuilderOf(settings).Configuration;
        var directory = Composition.DirectoryOf(configuration);
        var database = Composition.DatabaseAt(directory, configuration);
        if (!KeyRing.Exists(Composition.KeysIn(directory)) || (database.Engine == Engine.Sqlite && !File.Exists(database.ConnectionString)))
        {
            await output.WriteLineAsync($"{directory} is not the Data:Directory of a server: nothing was changed.");
            return Refused;
        }

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IdSource>();
        await using var provider = services.AddProduct(directory, configuration).BuildServiceProvider();
        try
        {
            await Rotate(provider, output);
            return 0;
        }
        catch (DbException exception)
        {
            await output.WriteLineAsync($"The database refused the change: {exception.Message} Run the command again to continue.");
            return Refused;
        }
        finally
        {
            await provider.GetRequiredService<Writers>().StopAsync(CancellationToken.None);
        }
    }

    private static async Task Rotate(IServiceProvider provider, TextWriter output)
    {
        var rotation = await Send(provider, static vault => vault.Begin(CancellationToken.None));
        await output.WriteLineAsync(rotation.IsResumed
            ? $"Going on with the rotation to key {rotation.Version}: {rotation.Waiting} numbers are left."
            : $"Key {rotation.Version} is {rotation.KeyFile}; every node needs it from now on. {rotation.Waiting} numbers are to be re-wrapped.");
        var (done, printed, last) = (0L, 0L, "");
        while (last is not null)
        {
            var after = last;
            var step = await Send(provider, vault => vault.Step(after, CancellationToken.None));
            last = step.LastCard;
            done += step.Rewrapped;
            var percent = rotation.Waiting == 0 ? 100 : 100 * done / rotation.Waiting;
            if (percent > printed)
            {
                printed = percent;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done} re-wrapped, {percent} %"));
            }

            await Task.Delay(Pause, TimeProvider.System);
        }

        await output.WriteLineAsync(
            $"Every number is sealed with key {rotation.Version}. Keep older keys as long as backups need them, then destroy them, "
            + "except the master key, from which other keys are derived.");
    }

    private static async ValueTask<T> Send<T>(IServiceProvider provider, Func<IVaultRotation, ValueTask<T>> step)
    {
        await using var scope = provider.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Operator;
        call.RequestId = scope.ServiceProvider.GetRequiredService<IdSource>().NewText(Call.IdPrefix);
        return await step(scope.ServiceProvider.GetRequiredService<IVaultRotation>());
    }
}
