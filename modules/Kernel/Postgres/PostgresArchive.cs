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
    private const string RestoreTool = "pg_restore";

    private static readonly Statement Export = new("SELECT pg_export_snapshot() AS snapshot");

    /// <param name="session">A read-only session in a snapshot, which pg_dump reads as well.</param>
    /// <param name="options">The database.</param>
    /// <param name="path">The new file.</param>
    public static async Task Write(DatabaseSession session, DatabaseOptions options, string path)
    {
        var snapshot = (await session.Query(Export, static row => row.GetString("snapshot"), []))[0];
        // Little compression, because the server needs the processors as well.
        await Run("pg_dump", options, "--format=custom", "--compress=1", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={path}");
    }

    /// <summary>Checks everything that a restore needs, and changes nothing.</summary>
    /// <exception cref="RemedyException">The database is not empty or does not answer, or the tool cannot read the archive.</exception>
    public static async Task CheckRestore(DatabaseOptions options, string path)
    {
        try
        {
            await using var connection = await PostgresServer.Connect(options, CancellationToken.None);
            await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()", connection);
            if (await command.ExecuteScalarAsync() is not 0L)
            {
                throw new RemedyException($"The database {connection.Database} has tables; restore into an empty one.");
            }
        }
        catch (NpgsqlException exception) when (DatabaseFailure.Remedy(exception, options) is { } remedy)
        {
            throw new RemedyException(remedy);
        }

        await Run(RestoreTool, options, "--list", path);
    }

    /// <summary>Restores an archive into an empty database, all of it or nothing.</summary>
    /// <exception cref="RemedyException">The tool failed.</exception>
    public static async Task Restore(DatabaseOptions options, string path)
    {
        var name = new NpgsqlConnectionStringBuilder(options.ConnectionString).Database;
        await Run(RestoreTool, options, "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={name}", path);
    }

    private static async Task Run(string tool, DatabaseOptions options, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        SetVariables(start, new NpgsqlConnectionStringBuilder(options.ConnectionString));
        using var process = Started(start);
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
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
