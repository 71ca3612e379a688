namespace Cryptocardium.Kernel.Files;

/// <summary>Files and directories that only their owner may read: keys, the database, evidence, exported heads.</summary>
public static class PrivateFile
{
    /// <summary>The mode of files, 0600.</summary>
    public const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode DirectoryMode0700 = FileMode0600 | UnixFileMode.UserExecute;

    /// <summary>Creates a directory with mode 0700. An existing empty one gets that mode too; one with files keeps its mode.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="remedy">The end of the sentence about one that cannot be created.</param>
    /// <exception cref="RemedyException">The directory cannot be created.</exception>
    public static void CreateDirectory(string path, string remedy = "set Data:Directory to one that this user may write.")
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path, DirectoryMode0700);
            }
            else if (!Directory.EnumerateFileSystemEntries(path).Any())
            {
                File.SetUnixFileMode(path, DirectoryMode0700);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException(
                $"The directory {Path.GetFullPath(path)} cannot be created or read ({exception.Message.TrimEnd('.')}); {remedy}");
        }
    }

    /// <summary>Sets the mode of a file to 0600; a missing one is created empty.</summary>
    public static void Protect(string path)
    {
        using (new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)))
        {
            Restrict(path);
        }
    }

    /// <summary>Sets the mode of a file to 0600, if there is such a file.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(path, FileMode0600);
        }
    }

    /// <summary>Options that create a file with mode 0600.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = FileMode0600;
        }

        return options;
    }
}
