using System.Data.Common;
using Npgsql;

namespace Cryptocardium.Kernel.Writing;

// Classifies the exception of a failed statement or commit.
internal static class Failure
{
    // PostgreSQL's code for a transaction that exceeded idle_in_transaction_session_timeout.
    private const string IdleTooLong = "25P03";

    /// <summary>Whether the database refused a statement, run directly or through the EF context.</summary>
    public static bool IsOfDatabase(Exception exception) =>
        exception is DbException || exception.InnerException is { } inner && IsOfDatabase(inner);

    /// <summary>Whether the command lost a race against another node and can run again.</summary>
    public static bool IsLostRace(Exception exception) =>
        exception is LostRaceException or PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable,
        }
        || exception.InnerException is { } inner && IsLostRace(inner);

    // A server that closes a connection before it receives the COMMIT has rolled back, as when this process was suspended for longer than the
    // idle timeout.
    public static bool WasRolledBack(Exception exception) =>
        exception is PostgresException { SqlState: IdleTooLong or PostgresErrorCodes.InFailedSqlTransaction };
}
