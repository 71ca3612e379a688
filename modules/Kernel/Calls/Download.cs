using System.IO.Pipelines;

namespace Cryptocardium.Kernel;

/// <summary>An answer that is no JSON body: written piece by piece while it is read, however long it is.</summary>
/// <param name="ContentType">The media type, with its charset where it is text.</param>
/// <param name="Write">Writes all of it. What fails before the first piece is written is still answered as an error.</param>
public sealed record Download(string ContentType, Func<PipeWriter, CancellationToken, ValueTask> Write);
