namespace Cryptocardium.Build;

/// <summary>A step failed for a reason that the developer can act on; its message is all there is to print.</summary>
internal sealed class BuildFailure(string message) : Exception(message);
