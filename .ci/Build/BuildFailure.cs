namespace Cryptocardium.Build;

/// <summary>A step failed for a reason that the developer can fix; only its message is printed.</summary>
internal sealed class BuildFailure(string message) : Exception(message);
