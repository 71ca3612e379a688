using System.Globalization;
using Cryptocardium.Cards.Contract;
using Cryptocardium.Host.Control;

namespace Cryptocardium.Host.Commands;

// Rotates the key of the card numbers, with or without a running server. Each step is a small commit after which every number is readable.
internal static class RotateVaultKey
{
    // Commands of customers run between two steps.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The command as it runs, in a server or in this process.</summary>
    public static TextCommand Command { get; } = new("rotate-vault-key", Rotate);

    public static Task<int> Run(string[] words, TextWriter output) =>
        DataWriter.Run(Command, [], CommandWords.Read(words).Taking().Settings, output);

    private static async Task<int> Rotate(IServiceProvider services, string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        var rotation = await Send(services, vault => vault.Begin(cancellationToken));
        await output.WriteLineAsync(rotation.IsResumed
            ? $"Going on with the rotation to key {rotation.Version}: {rotation.Waiting} numbers are left."
            : $"Key {rotation.Version} is {rotation.KeyFile}; every node needs it from now on. {rotation.Waiting} numbers are to be re-wrapped.");
        var (done, printed, last) = (0L, 0L, "");
        while (last is not null)
        {
            var after = last;
            var step = await Send(services, vault => vault.Step(after, cancellationToken));
            last = step.LastCard;
            done += step.Rewrapped;
            var percent = rotation.Waiting == 0 ? 100 : 100 * done / rotation.Waiting;
            if (percent > printed)
            {
                printed = percent;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done} re-wrapped, {percent} %"));
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        await output.WriteLineAsync(
            $"Every number is sealed with key {rotation.Version}. Keep older keys as long as backups need them, then destroy them, "
            + "except the master key, from which other keys are derived.");
        return 0;
    }

    private static async ValueTask<T> Send<T>(IServiceProvider services, Func<IVaultRotation, ValueTask<T>> step)
    {
        await using var scope = services.OpenOperatorScope();
        return await step(scope.ServiceProvider.GetRequiredService<IVaultRotation>());
    }
}
