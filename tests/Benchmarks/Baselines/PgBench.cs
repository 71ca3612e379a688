using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Cryptocardium.Benchmarks.Baselines;

// pgledger, from a file given on the command line, in a database of its own: transfers between the same two accounts, sent by
// pgbench.
internal sealed partial class PgBench : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly string script;

    private PgBench(NpgsqlConnectionStringBuilder server, string script) => (this.server, this.script) = (server, script);

    public static async Task<PgBench> Open(string serverConnection, string pgledger)
    {
        var server = new NpgsqlConnectionStringBuilder(serverConnection) { Pooling = false };
        var name = $"pgledger_{Environment.ProcessId}";
        await Execute(server, $"CREATE DATABASE {name}");
        server.Database = name;
        await Execute(server, await File.ReadAllTextAsync(pgledger));
        var (from, to) = (await Account(server, "from"), await Account(server, "to"));
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"SELECT id FROM pgledger_create_transfer('{from}', '{to}', 0.01);\n");
        return new PgBench(server, script);
    }

    // Transfers per second.
    public async Task<double> Rate(int connections, TimeSpan duration)
    {
        var start = new ProcessStartInfo("pgbench") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared", $"--file={script}", Number("--client", connections), "--jobs=2",
            Number("--time", (int)Math.Max(1, duration.TotalSeconds)), $"--host={server.Host}", Number("--port", server.Port),
            $"--username={server.Username}", server.Database!,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = server.Password ?? "";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var rate = PerSecond().Match(await output);
        return process.ExitCode == 0 && rate.Success
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench exited with {process.ExitCode}: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(script);
        var name = server.Database;
        server.Database = "postgres";
        await Execute(server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static string Number(string option, int value) => string.Create(CultureInfo.InvariantCulture, $"{option}={value}");

    private static async Task<string> Account(NpgsqlConnectionStringBuilder server, string name) =>
        (string)(await Execute(server, $"SELECT id FROM pgledger_create_account('{name}', 'USD')"))!;

    private static async Task<object?> Execute(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex PerSecond();
}
