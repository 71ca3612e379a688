namespace Cryptocardium.Kernel.Writing;

/// <summary>Another node has changed the same row first. The command runs again and sees the change.</summary>
internal sealed class LostRaceException() : Exception("Another node has changed the same row first.");
