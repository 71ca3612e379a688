namespace Cryptocardium.Kernel.Data;

/// <summary>The writers' queue is full; nothing was done.</summary>
public sealed class OverloadedException() : Exception("Too many commands are waiting for a writer.");
