using System.Data.Common;
using Npgsql;

namespace Cryptocardium.Kernel.Writing;

// What a failed statement or commit means for the command behind it.
internal static class Failure
{
    // PostgreSQL's code for a transaction that stood still beyond idle_in_transaction_session_timeout.
    private const string IdleTooLong = "25P03";

    /// <summary>Whether the database refused a statement, directly or through the context.</summary>
    public static bool IsOfDatabase(Exception exception) =>
        exception is DbException || exception.InnerException is { } inner && IsOfDatabase(inner);

    /// <summary>Whether another node was first, so that the command can be run again.</summary>
    public static bool IsLostRace(Exception exception) =>
        exception is LostRaceException or PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable,
        }
        || exception.InnerException is { } inner && IsLostRace(inner);

    // A server that closes a connection before it takes the commit has undone what there was: as when this process stood still for so long
    // that others had to be let through.
    public static bool WasRolledBack(Exception exception) =>
        exception is PostgresException { SqlState: IdleTooLong or PostgresErrorCodes.InFailedSqlTransaction };
}
