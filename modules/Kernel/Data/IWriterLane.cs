namespace Cryptocardium.Kernel.Data;

/// <summary>The lane of a command's writer: the hash chain that the Ledger extends. Only the Ledger injects it.</summary>
public interface IWriterLane
{
    /// <summary>The number of the lane; no two open writers share one.</summary>
    int Number { get; }

    /// <summary>Identifies the writer's connection, as a key of state that lives as long as the connection.</summary>
    object Connection { get; }

    /// <summary>Grows with each rollback on the connection; state about written rows must be read again then.</summary>
    int Rollbacks { get; }
}
