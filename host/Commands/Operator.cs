using Cryptocardium.Cards;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Treasury;
using Mediator;

namespace Cryptocardium.Host.Commands;

// Sends a command of a module on behalf of an operator at the command line, as a job does, with the given arguments.
internal static class Operator
{
    private const int Refused = 1;
    private const int Misused = 2;

    public static async Task<int> Run(string[] words, TextWriter output)
    {
        var known = Known();
        if (words is not [var name, ..] || known.Find(each => each.Name == name) is not { } command)
        {
            await output.WriteLineAsync(List(known));
            return words.Length == 0 ? 0 : Misused;
        }

        var (given, settings) = Split(command, words[1..]);
        var missing = command.Arguments.Where(argument => !given.ContainsKey(argument.Name)).ToList();
        if (missing.Count > 0)
        {
            await output.WriteLineAsync($"--{missing[0].Name} is missing.\n\n{List([command])}");
            return Misused;
        }

        await using var app = Composition.Build(settings);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        if (!DataLock.TryAcquire(database, out var held))
        {
            await output.WriteLineAsync(DataLock.Refusal(database));
            return Misused;
        }

        using var data = held;
        var result = await Send(app.Services, command, given);
        await output.WriteLineAsync(result.Refused(out var error) ? $"Refused: {error.Text}" : result.Value);
        return error is null ? 0 : Refused;
    }

    private static async Task<Result<string>> Send(IServiceProvider services, OperatorCommand command, Dictionary<string, string> given)
    {
        await services.GetRequiredService<Database>().Migrate(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Operator;
        call.RequestId = services.GetRequiredService<IdSource>().NewText(Call.IdPrefix);
        var result = await command.Send(scope.ServiceProvider.GetRequiredService<ISender>(), given, CancellationToken.None);
        await services.GetRequiredService<Writers>().StopAsync(CancellationToken.None);
        return result;
    }

    // Listing the commands opens no database.
    private static List<OperatorCommand> Known()
    {
        var configuration = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection().AddTreasury(configuration).AddCards(configuration).BuildServiceProvider();
        return [.. services.GetServices<OperatorCommand>()];
    }

    // Arguments of the command are given as --name value or --name=value; the other words are settings.
    private static (Dictionary<string, string> Given, string[] Settings) Split(OperatorCommand command, string[] words)
    {
        var given = new Dictionary<string, string>();
        var settings = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var parts = words[i].Split('=', 2);
            var name = parts[0].TrimStart('-');
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || command.Arguments.All(argument => argument.Name != name))
            {
                settings.Add(words[i]);
            }
            else if (parts.Length == 2)
            {
                given[name] = parts[1];
            }
            else if (i + 1 < words.Length)
            {
                given[name] = words[++i];
            }
        }

        return (given, [.. settings]);
    }

    private static string List(IReadOnlyList<OperatorCommand> commands)
    {
        string[] lines = ["operator <command> <arguments> [settings]", .. commands.Select(Line)];
        return string.Join('\n', lines);
    }

    private static string Line(OperatorCommand command)
    {
        var arguments = command.Arguments.Select(argument => $"--{argument.Name} {argument.Shape}");
        return $"\n  {command.Name} {string.Join(' ', arguments)}\n    {command.Summary}";
    }
}
