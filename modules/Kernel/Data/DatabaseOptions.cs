namespace Cryptocardium.Kernel.Data;

/// <summary>The database and its limits.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">For SQLite the file's path; for PostgreSQL a connection string.</param>
public sealed record DatabaseOptions(Engine Engine, string ConnectionString)
{
    /// <summary>The limit of a writer's queue; further commands are refused.</summary>
    public int QueueLimit { get; init; } = 4_096;

    /// <summary>The limit of commands that share one commit.</summary>
    public int BatchLimit { get; init; } = 128;

    /// <summary>Writers of this node on PostgreSQL; SQLite always has one.</summary>
    public int PostgresWriters { get; init; } = 4;

    /// <summary>On PostgreSQL, the time that a command waits for a lock before it is retried.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the database is only read; a missing one is not created.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The limit of this node's read connections.</summary>
    public int ReaderLimit { get; init; } = 16;
}
