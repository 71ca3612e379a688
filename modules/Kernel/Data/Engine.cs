namespace Cryptocardium.Kernel.Data;

/// <summary>The supported databases.</summary>
public enum Engine
{
    /// <summary>Embedded, with one writer.</summary>
    Sqlite,

    /// <summary>A server that several nodes share.</summary>
    Postgres,
}
