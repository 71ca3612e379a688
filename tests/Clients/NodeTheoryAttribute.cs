using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>A test of a TypeScript client. Without npm it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test when there is no npm.</summary>
    public NodeTheoryAttribute()
    {
        if (!NodePackages.HasNpm)
        {
            Skip = "No npm on the PATH: install Node.js.";
        }
    }
}
