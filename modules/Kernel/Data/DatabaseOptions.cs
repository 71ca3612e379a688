namespace Cryptocardium.Kernel.Data;

/// <summary>Which database, and where.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">For SQLite the file's path; for PostgreSQL a connection string.</param>
public sealed record DatabaseOptions(Engine Engine, string ConnectionString)
{
    /// <summary>How many commands wait for a writer before the next one is turned away.</summary>
    public int QueueLimit { get; init; } = 4_096;

    /// <summary>How many commands share one commit at most.</summary>
    public int BatchLimit { get; init; } = 128;

    /// <summary>Writers of this node; SQLite has one, whatever stands here.</summary>
    public int PostgresWriters { get; init; } = 4;

    /// <summary>On PostgreSQL, how long a command waits for another node's lock before it starts again.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether nothing may be written, and a database that does not exist is not made.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Read connections of this node.</summary>
    public int ReaderLimit { get; init; } = 16;
}
