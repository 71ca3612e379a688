using Cryptocardium.Cards;
using Cryptocardium.Host.Control;
using Cryptocardium.Host.Startup;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury;
using Cryptocardium.Webhooks;
using Mediator;

namespace Cryptocardium.Host.Commands;

// Sends a command of a module on behalf of an operator at the command line, as a job does, with the given arguments.
internal static class Operator
{
    private const int Refused = 1;

    /// <summary>The command as it runs, in a server or in this process.</summary>
    public static TextCommand Command { get; } = new("operator", Send);

    public static async Task<int> Run(string[] words, TextWriter output)
    {
        if (words.Length == 0)
        {
            await output.WriteLineAsync(List());
            return 0;
        }

        var known = Known();
        var command = known.Find(each => each.Name == words[0]) ?? throw new RemedyException(
            $"'{words[0]}' is not a command of operators; {Spelling.Hint(words[0], known.Select(each => each.Name), "'operator' lists them")}");
        var given = CommandWords.Read(words[1..], [.. command.Arguments.Select(argument => argument.Name)]).Taking();
        if (command.Arguments.FirstOrDefault(argument => !given.Options.ContainsKey(argument.Name)) is { Name: { } missing })
        {
            throw new RemedyException($"--{missing} is missing; the command is{Line(command)}.");
        }

        return await DataWriter.Run(
            Command, [command.Name, .. given.Options.Select(option => $"--{option.Key}={option.Value}")], given.Settings, output);
    }

    public static string List() => string.Concat(Known().Select(command => $"\n {Line(command)}\n    {command.Summary}\n"));

    private static async Task<int> Send(IServiceProvider services, string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        var command = services.GetServices<OperatorCommand>().Single(each => each.Name == words[0]);
        var given = CommandWords.Read(words[1..], [.. command.Arguments.Select(argument => argument.Name)]).Options;
        await using var scope = services.OpenOperatorScope();
        var result = await command.Send(scope.ServiceProvider.GetRequiredService<ISender>(), given, cancellationToken);
        await output.WriteLineAsync(result.Refused(out var error) ? $"Refused: {error.Text}" : result.Value);
        return error is null ? 0 : Refused;
    }

    // Listing the commands opens no database.
    private static List<OperatorCommand> Known()
    {
        var configuration = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection().AddTreasury(configuration).AddCards(configuration).AddWebhooks().BuildServiceProvider();
        return [.. services.GetServices<OperatorCommand>()];
    }

    private static string Line(OperatorCommand command) =>
        $" {command.Name} {string.Join(' ', command.Arguments.Select(argument => $"--{argument.Name} {argument.Shape}"))}";
}
