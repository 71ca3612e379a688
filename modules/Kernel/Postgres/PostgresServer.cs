using Cryptocardium.Kernel.Data;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

// Opens connections to the server, each with its settings.
internal static class PostgresServer
{
    private const int AutoPreparedStatements = 200;
    private const int KeepAliveSeconds = 5;

    // A node that is suspended during a transaction holds locks that others need. The server ends its transaction after this time.
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(2);

    // The pool of writers and readers.
    public static NpgsqlDataSource Pool(DatabaseOptions options) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString)
    {
        MaxAutoPrepare = AutoPreparedStatements,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        Options = $"-c lock_timeout={(int)options.LockWait.TotalMilliseconds} -c idle_in_transaction_session_timeout={(int)IdleMax.TotalMilliseconds}"
            + (options.ReadOnly ? " -c default_transaction_read_only=on" : ""),
    });

    // Not pooled, because settings and LISTEN would survive the return to the pool.
    public static async ValueTask<NpgsqlConnection> Connect(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
