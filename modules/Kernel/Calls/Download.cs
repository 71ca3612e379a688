using System.IO.Pipelines;

namespace Cryptocardium.Kernel;

/// <summary>An answer that is no JSON body: written piece by piece while it is read, however long it is.</summary>
/// <param name="ContentType">The media type, with its charset where it is text.</param>
/// <param name="Write">Writes all of it. What fails before the first piece is written is still answered as an error.</param>
public sealed record Download(string ContentType, Func<PipeWriter, CancellationToken, ValueTask> Write)
{
    /// <summary>Set for a file that somebody else made: it is to be saved under this name, and never shown as a page.</summary>
    public string? FileName { get; init; }

    /// <summary>How long it is, where that is known.</summary>
    public long? SizeBytes { get; init; }
}
