using System.Net.Sockets;
using Cryptocardium.Kernel.Data;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

// Opens connections to the server, each with its settings.
internal static class PostgresServer
{
    private const int AutoPreparedStatements = 200;
    private const int KeepAliveSeconds = 5;

    private const int ConnectSecondsMax = 3;

    // A server that does not respond to a statement would not respond to its cancellation either.
    private const int NoCancellation = -1;

    /// <summary>
    /// The time that a request waits for the response to a statement, longer than it waits for a lock. Jobs and operators wait without limit,
    /// since they read whole tables.
    /// </summary>
    public const int StatementSecondsMax = 5;

    /// <summary>The time that a writer waits for the response to a COMMIT: longer, since its outcome would be unknown.</summary>
    public const int CommitSecondsMax = 20;

    // A connection without a response is closed by both sides, so that neither keeps locks for the other: probes after 5 s, 3 of them.
    private const int ProbeAfterSeconds = 5;
    private const int ProbeEverySeconds = 1;
    private const int Probes = 3;

    // A node that is suspended during a transaction holds locks that others need. The server ends its transaction after this time. A process
    // that only reads holds none, and is idle while pg_dump copies its snapshot.
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(1);

    // The pool of writers and readers.
    public static NpgsqlDataSource Pool(DatabaseOptions options)
    {
        var settings = Bounded(options);
        settings.MaxAutoPrepare = AutoPreparedStatements;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = true;
        var idleMax = options.ReadOnly ? TimeSpan.Zero : IdleMax;
        settings.Options = $"-c lock_timeout={(int)options.LockWait.TotalMilliseconds} -c idle_in_transaction_session_timeout={(int)idleMax.TotalMilliseconds}"
            + $" -c tcp_keepalives_idle={ProbeAfterSeconds} -c tcp_keepalives_interval={ProbeEverySeconds} -c tcp_keepalives_count={Probes}"
            + (options.ReadOnly ? " -c default_transaction_read_only=on" : "");
        return NpgsqlDataSource.Create(settings);
    }

    // Not pooled, because settings and LISTEN would survive the return to the pool.
    public static ValueTask<NpgsqlConnection> Connect(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var settings = Bounded(options);
        settings.Pooling = false;
        settings.KeepAlive = KeepAliveSeconds;
        return Open(new NpgsqlConnection(settings.ToString()), cancellationToken);
    }

    /// <exception cref="NpgsqlException">The server cannot be reached; the driver itself throws a SocketException for a host name without an address.</exception>
    public static async ValueTask<NpgsqlConnection> Open(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (SocketException exception)
        {
            await connection.DisposeAsync();
            throw new NpgsqlException("The host name has no address.", exception);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Every wait for the server ends.
    private static NpgsqlConnectionStringBuilder Bounded(DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Timeout = ConnectSecondsMax,
            CommandTimeout = StatementSecondsMax,
            CancellationTimeout = NoCancellation,
        };

        // A socket of the file system has no keep-alive.
        if (settings.Host is not (['/', ..] or ['@', ..]))
        {
            settings.TcpKeepAlive = true;
            settings.TcpKeepAliveTime = ProbeAfterSeconds;
            settings.TcpKeepAliveInterval = ProbeEverySeconds;
        }

        return settings;
    }
}
