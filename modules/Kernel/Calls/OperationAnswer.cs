namespace Cryptocardium.Kernel;

/// <summary>What an operation came to: a reply, or a success that is written while it is read.</summary>
/// <param name="Reply">The reply; null when there is a download.</param>
/// <param name="Download">The download; null when there is a reply.</param>
public sealed record OperationAnswer(Reply? Reply, Download? Download = null);
