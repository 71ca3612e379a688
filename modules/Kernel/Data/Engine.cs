namespace Cryptocardium.Kernel.Data;

/// <summary>The two databases.</summary>
public enum Engine
{
    /// <summary>Embedded, one writer.</summary>
    Sqlite,

    /// <summary>A server that several nodes share.</summary>
    Postgres,
}
