namespace Cryptocardium.Tests.Commands;

/// <summary>Runs backup and restore as the command line does, with a passphrase in a file.</summary>
internal sealed class BackupCalls : IDisposable
{
    public BackupCalls() => File.WriteAllText(PassphraseFile, "a passphrase of the tests\n");

    /// <summary>A directory for backups.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("cryptocardium-backup-").FullName;

    public string PassphraseFile => At("passphrase");

    public string At(string name) => Path.Combine(Directory, name);

    public Task<(int Code, string Output)> Backup(TestDatabase database, string name, params string[] words) =>
        Run("backup", database, name, words);

    public Task<(int Code, string Output)> Restore(TestDatabase database, string name, params string[] words) =>
        Run("restore", database, name, words);

    public static async Task<(int Code, string Output)> Verify(TestDatabase database)
    {
        using var output = new StringWriter();
        return (await Host.Commands.Verify.Run(database.Arguments, output), output.ToString());
    }

    public async Task<(int Code, string Output)> Run(
        string verb, TestDatabase database, string name, string[] words)
    {
        using var output = new StringWriter();
        string[] keys = words.Length > 0 ? words : ["--passphrase-file", PassphraseFile];
        return (await Host.Commands.CommandLine.Run([verb, At(name), .. database.Arguments, .. keys], output, output), output.ToString());
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
