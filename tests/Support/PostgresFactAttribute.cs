using Xunit;

namespace Cryptocardium.Tests;

/// <summary>A test of what only PostgreSQL can do, such as serving two nodes; without a server it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Asks whether there is a server.</summary>
    public PostgresFactAttribute()
    {
        if (TestDatabase.PostgresServer is null)
        {
            Skip = $"No PostgreSQL server: set {TestDatabase.PostgresVariable}.";
        }
    }
}
