using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Commands;

// The words of backup and restore.
internal sealed record BackupWords(string Directory, string? PassphraseFile, bool WithoutKeys, string[] Settings)
{
    /// <summary>The variable that holds the passphrase when no file is named. An argument would show it to other users of the machine.</summary>
    public const string PassphraseVariable = "CRYPTOCARDIUM_BACKUP_PASSPHRASE";

    private const string FileOption = "--passphrase-file";
    private const string WithoutOption = "--without-keys";
    private const int LengthMin = 12;

    public static string Help() =>
        $"""

          {FileOption} FILE   the passphrase that seals the keys; {PassphraseVariable} can hold it instead
          {WithoutOption}           leave the keys out
        """;

    public static BackupWords Read(string verb, string[] words)
    {
        string? directory = null;
        string? file = null;
        var without = false;
        var settings = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word == WithoutOption)
            {
                without = true;
            }
            else if (word == FileOption && i + 1 < words.Length)
            {
                file = words[++i];
            }
            else if (word.StartsWith(FileOption + "=", StringComparison.Ordinal))
            {
                file = word[(FileOption.Length + 1)..];
            }
            else if (word.StartsWith('-'))
            {
                settings.Add(word);
            }
            else
            {
                directory = directory is null ? word : throw new RemedyException($"'{word}' is too much; {verb} takes one directory.");
            }
        }

        return directory is null
            ? throw new RemedyException($"The directory is missing: {verb} DIRECTORY [{FileOption} FILE | {WithoutOption}] [settings].")
            : new BackupWords(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), file, without, [.. settings]);
    }

    /// <summary>The passphrase of the keys; null if they are left out.</summary>
    public string? Passphrase()
    {
        if (WithoutKeys)
        {
            return null;
        }

        var text = PassphraseFile is { } path ? TextOf(path) : Environment.GetEnvironmentVariable(PassphraseVariable);
        return text switch
        {
            null or "" => throw new RemedyException(
                $"The keys need a passphrase: name a file with {FileOption}, set {PassphraseVariable}, or leave the keys out with {WithoutOption}."),
            { Length: < LengthMin } => throw new RemedyException($"The passphrase is shorter than {LengthMin} characters."),
            _ => text,
        };
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException($"The passphrase cannot be read: {exception.Message}");
        }
    }
}
