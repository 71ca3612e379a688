using Xunit;

namespace Cryptocardium.Tests;

/// <summary>A test of a feature that only PostgreSQL has, such as two nodes. Without a server it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Skips the test when there is no server.</summary>
    public PostgresFactAttribute()
    {
        if (TestDatabase.PostgresServer is null)
        {
            Skip = $"No PostgreSQL server: set {TestDatabase.PostgresVariable}.";
        }
    }
}
