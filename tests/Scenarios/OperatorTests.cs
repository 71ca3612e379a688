using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The operator's command line in a process of its own. On SQLite a running server executes the command.
public sealed class OperatorTests
{
    private const string WriteOff = "operator write-off --account acc_000000 --mode live --amount 1";
    private const string Refusal = "Refused: live:A.recv:acc_000000 holds 0.00";

    [DatabaseTheory]
    public async Task A_command_runs_beside_a_server_and_without_one(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        using (await ServerProcess.Start(database))
        {
            var beside = await HostProcess.Run(database, WriteOff);
            Assert.Equal((1, ""), (beside.Code, beside.Error));
            Assert.StartsWith(Refusal, beside.Output, StringComparison.Ordinal);
            if (engine == Engine.Sqlite)
            {
                var second = await HostProcess.Run(database, "--Urls=http://127.0.0.1:0");
                Assert.Equal((2, ""), (second.Code, second.Output));
                Assert.Contains("is in use by another Cryptocardium process; stop it", second.Error, StringComparison.Ordinal);
            }
        }

        // The server was killed, so on SQLite its socket is still there.
        Assert.Equal(engine == Engine.Sqlite, File.Exists(Path.Combine(database.Directory, "control.sock")));
        var alone = await HostProcess.Run(database, WriteOff);
        Assert.Equal(1, alone.Code);
        Assert.Contains(Refusal, alone.Output, StringComparison.Ordinal);
        using (await ServerProcess.Start(database))
        {
            Assert.Equal(1, (await HostProcess.Run(database, WriteOff)).Code);
        }

        await BooksAudit.Check(database);
    }

    // A path of a socket has at most 107 bytes.
    [Fact]
    public async Task A_directory_with_a_long_path_has_a_socket_too()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var directory = Path.Combine(database.Directory, new string('d', 200));
        using var server = await ServerProcess.Start(database, $"--Data:Directory={directory}");

        var (code, output, _) = await HostProcess.Run(HostProcess.With(database.Directory, [.. WriteOff.Split(' '), $"--Data:Directory={directory}"]));

        Assert.Equal(1, code);
        Assert.StartsWith(Refusal, output, StringComparison.Ordinal);
        server.Terminate();
        Assert.Equal(0, await server.ExitCode());
        Assert.False(File.Exists(Path.Combine(directory, "control.sock")));
    }

    [Fact]
    public async Task The_commands_are_listed_with_their_arguments()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);

        var list = await HostProcess.Run(HostProcess.With(database.Directory, "operator"));

        Assert.Equal(0, list.Code);
        foreach (var name in new[] { "remove-deposit", "release-unallocated", "write-off", "rebalance", "buy-gas", "absorb-dispute" })
        {
            Assert.Contains($"  {name} --", list.Output, StringComparison.Ordinal);
        }
    }
}
