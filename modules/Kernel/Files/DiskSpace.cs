namespace Cryptocardium.Kernel.Files;

/// <summary>The space that is left on the disk of a directory.</summary>
/// <param name="freeBytes">Asks the file system.</param>
public sealed class DiskSpace(Func<long> freeBytes)
{
    /// <summary>Commits can fail with less than this: it is a few times the size of SQLite's write-ahead log.</summary>
    public const long BytesMin = 16L * 1_024 * 1_024;

    /// <summary>Whether commits have the space that they need.</summary>
    public bool IsEnough => freeBytes() >= BytesMin;

    /// <summary>The space on the disk of a directory.</summary>
    public static DiskSpace Of(string directory) => new(() => new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace);
}
