using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

// Archives of a database, written and read by PostgreSQL's own tools.
internal static class PostgresArchive
{
    // The session is idle while pg_dump runs, and must not be ended for that: its snapshot is the one that pg_dump reads.
    private static readonly Statement MayBeIdle = new("SET LOCAL idle_in_transaction_session_timeout = 0");
    private static readonly Statement Export = new("SELECT pg_export_snapshot() AS snapshot");

    /// <param name="session">A session in a snapshot.</param>
    /// <param name="options">The database.</param>
    /// <param name="path">The new file.</param>
    public static async Task Write(DatabaseSession session, DatabaseOptions options, string path)
    {
        await session.Execute(MayBeIdle, []);
        var snapshot = (await session.Query(Export, static row => row.GetString("snapshot"), []))[0];
        // Little compression, because the server needs the processors as well.
        await Run("pg_dump", options, "--format=custom", "--compress=1", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={path}");
    }

    /// <summary>Restores an archive into an empty database, all of it or nothing.</summary>
    /// <exception cref="RemedyException">The database is not empty, or a tool failed.</exception>
    public static async Task Restore(DatabaseOptions options, string path)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        await using (var connection = await PostgresServer.Connect(options, CancellationToken.None))
        {
            await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()", connection);
            if (await command.ExecuteScalarAsync() is not 0L)
            {
                throw new RemedyException($"The database {settings.Database} has tables; restore into an empty one.");
            }
        }

        await Run(
            "pg_restore", options, "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={settings.Database}", path);
    }

    private static async Task Run(string tool, DatabaseOptions options, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        SetVariables(start, new NpgsqlConnectionStringBuilder(options.ConnectionString));
        using var process = Started(start);
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            var first = errors.Split('\n').FirstOrDefault(static line => line.Length > 0) ?? "no message";
            throw new RemedyException(string.Create(CultureInfo.InvariantCulture, $"{tool} ended with code {process.ExitCode}: {first.Trim()}"));
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new RemedyException(
                $"{start.FileName} cannot be started; install the client programs of PostgreSQL, of the server's version or a newer one.");
        }
    }

    // Variables, because other users of the machine can read arguments.
    private static void SetVariables(ProcessStartInfo start, NpgsqlConnectionStringBuilder settings)
    {
        (string Name, string? Value)[] variables =
        [
            ("PGHOST", settings.Host),
            ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGUSER", settings.Username),
            ("PGPASSWORD", settings.Password),
            ("PGPASSFILE", settings.Passfile),
            ("PGDATABASE", settings.Database),
            ("PGSSLMODE", ModeOf(settings.SslMode)),
            ("PGSSLROOTCERT", settings.RootCertificate),
            ("PGSSLCERT", settings.SslCertificate),
            ("PGSSLKEY", settings.SslKey),
        ];
        foreach (var (name, value) in variables.Where(static variable => !string.IsNullOrEmpty(variable.Value)))
        {
            start.Environment[name] = value;
        }
    }

    private static string ModeOf(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        SslMode.Disable => "disable",
        SslMode.Allow => "allow",
        SslMode.Require => "require",
        _ => "prefer",
    };
}
