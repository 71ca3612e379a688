namespace Cryptocardium.Kernel.Writing;

/// <summary>Another node was first; the command starts again and sees what that node did.</summary>
internal sealed class LostRaceException() : Exception("Another node was first.");
