using System.Diagnostics;
using System.Globalization;

namespace Cryptocardium.Tests;

/// <summary>A PostgreSQL server of one test, which the test may stop. It listens on a socket of its directory, so it needs no port.</summary>
public sealed class PostgresProcess : IDisposable
{
    private const string User = "postgres";

    private readonly string directory;

    private PostgresProcess(string directory) => this.directory = directory;

    /// <summary>The folder of the server's programs; null where PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>The arguments of a host on this server.</summary>
    public string[] Arguments => ["--Database:Provider=Postgres", $"--Database:ConnectionString=Host={directory};Username={User};Database=postgres"];

    private string DataDirectory => Path.Combine(directory, "data");

    /// <summary>Creates and starts a server.</summary>
    public static async Task<PostgresProcess> Start()
    {
        var directory = Directory.CreateTempSubdirectory("cryptocardium-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await Run("chown", User, directory);
        }

        var server = new PostgresProcess(directory);
        await Program("initdb", "-D", server.DataDirectory, "-U", User, "-A", "trust", "--no-sync");
        var settings = $"-k {directory} -c listen_addresses= -c fsync=off";
        await Program("pg_ctl", "-D", server.DataDirectory, "-w", "-l", Path.Combine(directory, "log"), "-o", settings, "start");
        return server;
    }

    /// <summary>Stops all processes of the server where they are: connections stay open, and nothing responds.</summary>
    public Task Freeze() => Signal("STOP");

    /// <summary>Lets the server continue.</summary>
    public Task Thaw() => Signal("CONT");

    /// <inheritdoc/>
    public void Dispose()
    {
        Signal("CONT").GetAwaiter().GetResult();
        Program("pg_ctl", "-D", DataDirectory, "-m", "immediate", "-w", "stop").GetAwaiter().GetResult();
        Directory.Delete(directory, recursive: true);
    }

    private async Task Signal(string name)
    {
        var parent = (await File.ReadAllLinesAsync(Path.Combine(DataDirectory, "postmaster.pid")))[0].Trim();
        var children = await File.ReadAllTextAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{parent}/task/{parent}/children"));

        // The parent first, so that it starts no further process.
        foreach (var process in children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(parent))
        {
            await Run("sh", "-c", $"kill -{name} {process} || true");
        }
    }

    private static Task Program(string name, params string[] arguments)
    {
        var path = Path.Combine(Programs!, name);
        return Environment.IsPrivilegedProcess
            ? Run("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments])
            : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}.");
        }
    }
}
