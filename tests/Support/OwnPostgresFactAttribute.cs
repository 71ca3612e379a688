using Xunit;

namespace Cryptocardium.Tests;

/// <summary>A test that stops a PostgreSQL server of its own. Without the server's programs it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnPostgresFactAttribute : FactAttribute
{
    /// <summary>Skips the test when PostgreSQL is not installed.</summary>
    public OwnPostgresFactAttribute()
    {
        if (PostgresProcess.Programs is null)
        {
            Skip = "No PostgreSQL on this machine: install the package postgresql.";
        }
    }
}
