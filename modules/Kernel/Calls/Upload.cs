namespace Cryptocardium.Kernel;

/// <summary>A file that came with a call; it is on disk, and goes with the call unless the handler keeps it.</summary>
/// <param name="StoredName">Its name in the file store.</param>
/// <param name="FileName">What the caller calls it; the last part of a path, and never trusted.</param>
/// <param name="SizeBytes">How long it is.</param>
/// <param name="Sha256">The hash of its content.</param>
public sealed record Upload(string StoredName, string FileName, long SizeBytes, byte[] Sha256)
{
    /// <summary>Whether a row names it, as far as is known.</summary>
    public bool IsKept { get; private set; }

    /// <summary>A row names it, if this unit of work commits.</summary>
    public void Keep() => IsKept = true;
}
