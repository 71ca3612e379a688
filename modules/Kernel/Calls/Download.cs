using System.IO.Pipelines;

namespace Cryptocardium.Kernel;

/// <summary>A streamed response body, of any length and any media type but JSON.</summary>
/// <param name="ContentType">The media type, with the charset of text.</param>
/// <param name="Write">Writes the body. A failure before the first byte is still answered as an error.</param>
public sealed record Download(string ContentType, Func<PipeWriter, CancellationToken, ValueTask> Write)
{
    /// <summary>The name of an uploaded file; clients must save the file and never render it. Null for content of the product.</summary>
    public string? FileName { get; init; }

    /// <summary>Whether it has no end of its own, as a stream of events.</summary>
    public bool IsLive { get; init; }

    /// <summary>The length in bytes; null if unknown.</summary>
    public long? SizeBytes { get; init; }
}
