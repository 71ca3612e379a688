namespace Cryptocardium.Kernel;

/// <summary>A file that was uploaded with a call. It is on disk, and deleted with the call unless the handler keeps it.</summary>
/// <param name="StoredName">The name in the file store.</param>
/// <param name="FileName">The caller's name of the file, without a path; never trusted.</param>
/// <param name="SizeBytes">The length in bytes.</param>
/// <param name="Sha256">The hash of the content.</param>
public sealed record Upload(string StoredName, string FileName, long SizeBytes, byte[] Sha256)
{
    /// <summary>Whether a row of the unit of work refers to the file.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Marks the file as referred to by a row, if the unit of work commits.</summary>
    public void Keep() => IsKept = true;
}
