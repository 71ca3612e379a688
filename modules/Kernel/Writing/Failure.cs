using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Kernel.Writing;

// Classifies the exception of a failed statement or commit.
internal static class Failure
{
    // PostgreSQL's code for a transaction that exceeded idle_in_transaction_session_timeout.
    private const string IdleTooLong = "25P03";

    private const string ConnectionClass = "08";

    /// <summary>Whether the server was not reached, did not respond in time, or ended the connection.</summary>
    public static bool IsNoResponse(Exception exception) => exception switch
    {
        CommitUnknownException => false,
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.QueryCanceled or IdleTooLong
            || refused.SqlState.StartsWith(ConnectionClass, StringComparison.Ordinal),
        NpgsqlException => true,
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY } => true,
        _ => exception.InnerException is { } inner && IsNoResponse(inner),
    };

    /// <summary>Whether the disk refused to grow a file: nothing is stored, even if a COMMIT failed, since its mark is written last.</summary>
    public static bool IsDiskFull(Exception exception) => exception switch
    {
        CommitUnknownException => false,
        PostgresException refused => refused.SqlState == PostgresErrorCodes.DiskFull,
        SqliteException sqlite => sqlite.SqliteErrorCode == raw.SQLITE_FULL || sqlite.SqliteExtendedErrorCode == raw.SQLITE_IOERR_WRITE,
        _ => exception.InnerException is { } inner && IsDiskFull(inner),
    };

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
        exception is PostgresException { SqlState: IdleTooLong or PostgresErrorCodes.InFailedSqlTransaction } || IsDiskFull(exception);
}
