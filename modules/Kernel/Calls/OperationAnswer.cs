namespace Cryptocardium.Kernel;

/// <summary>The result of an operation: a reply, or a success that is streamed.</summary>
/// <param name="Reply">The reply; null when there is a download.</param>
/// <param name="Download">The download; null when there is a reply.</param>
public sealed record OperationAnswer(Reply? Reply, Download? Download = null);
