namespace Cryptocardium.Kernel.Data;

/// <summary>A bounded queue is full; nothing was done.</summary>
public sealed class OverloadedException() : Exception("A queue is full.");
