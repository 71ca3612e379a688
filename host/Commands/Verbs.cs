using System.Reflection;
using Cryptocardium.Host.Startup;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Commands;

// The commands of the program. A verb is a line of All.
internal static class Verbs
{
    private static readonly string[] HelpWords = ["--help", "-h", "-?"];

    private static readonly Verb[] All =
    [
        new("operator", "NAME --argument=value …", "run a command on the books; without a name, list them", Operator.Run) { Details = Operator.List },
        new("verify", "", "recompute the whole ledger without changing it; exit 1 names the first journal that was changed", Verify.Run),
        new("backup", "DIRECTORY", "copy database, evidence, exported heads and sealed keys, while the server runs", Backup.Run) { Details = BackupWords.Help },
        new("restore", "DIRECTORY", "check a backup and restore it into an empty Data:Directory; verify checks the result", Restore.Run) { Details = BackupWords.Help },
        new("rotate-vault-key", "", "make a new key for the card numbers and re-wrap them; run it again after an interruption", RotateVaultKey.Run),
    ];

    /// <summary>Runs the verb that the first word names, or serves without one. Words for help start nothing.</summary>
    /// <returns>The exit code: 0 for success, 1 for a fault in the data or a refusal, 2 for a call that could not run.</returns>
    public static async Task<int> Run(string[] words, TextWriter output)
    {
        if (words is ["--version", ..])
        {
            await output.WriteLineAsync($"Cryptocardium {Version}");
            return 0;
        }

        if (words is ["help", ..] || words.Any(HelpWords.Contains))
        {
            await output.WriteLineAsync(Help(words.Except(["help", .. HelpWords]).FirstOrDefault()));
            return 0;
        }

        return words is [var name, ..] && !name.StartsWith('-')
            ? await Find(name).Run(words[1..], output)
            : await Serve.Run(words, output);
    }

    /// <summary>The version of the program.</summary>
    public static string Version =>
        typeof(Verbs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static Verb Find(string name) => Array.Find(All, verb => verb.Name == name)
        ?? throw new RemedyException($"'{name}' is not a command; {Spelling.Hint(name, All.Select(verb => verb.Name), "'help' lists the commands")}");

    private static string Help(string? name) => name is null or ['-', ..] ? Overview() : Help(Find(name));

    private static string Help(Verb verb) =>
        $"{verb.Name} {verb.Usage} [--Key=value …]\n\n  {verb.Summary}\n{verb.Details()}\nSettings are the same as for the server.";

    private static string Overview() =>
        $"""
        Cryptocardium {Version}: dotnet run --project host -- [COMMAND] [--Key=value …]

          {"(no command)",-18}serve the API, the documentation and the jobs
        {string.Join('\n', All.Select(verb => $"  {verb.Name,-18}{verb.Summary}"))}
          {"help COMMAND",-18}describe a command; --help, -h and --version start nothing either

        Settings, also of appsettings.json or the environment (Data__Directory=data); the README describes them:

        {string.Join('\n', SettingList.All.Select(setting => $"  --{setting.Key}"))}
        """;
}
