using System.Diagnostics;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The operator's command line in a process of its own.
public sealed class OperatorTests
{
    private const string WriteOff = "operator write-off --account acc_000000 --mode live --amount 1";

    [DatabaseTheory]
    public async Task On_sqlite_nobody_writes_beside_a_running_server(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        using (await ServerProcess.Start(database))
        {
            var beside = await Run(database, WriteOff);
            Assert.Equal(engine == Engine.Sqlite ? 2 : 1, beside.Code);
            Assert.Contains(engine == Engine.Sqlite ? "is in use by another Cryptocardium process" : "holds 0.00", beside.Output, StringComparison.Ordinal);
            if (engine == Engine.Sqlite)
            {
                var second = await Run(database, "--Urls=http://127.0.0.1:0");
                Assert.Equal(2, second.Code);
                Assert.Contains("is in use by another Cryptocardium process", second.Output, StringComparison.Ordinal);
            }
        }

        var alone = await Run(database, WriteOff);
        Assert.Equal(1, alone.Code);
        Assert.Contains("Refused: live:A.recv:acc_000000 holds 0.00", alone.Output, StringComparison.Ordinal);
        await BooksAudit.Check(database);
    }

    [Fact]
    public async Task The_commands_are_listed_with_their_arguments()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);

        var list = await Run(database, "operator", settings: false);
        var unknown = await Run(database, "operator print-money", settings: false);
        var incomplete = await Run(database, "operator write-off --mode live --amount=1");

        Assert.Equal((0, 2, 2), (list.Code, unknown.Code, incomplete.Code));
        foreach (var name in new[] { "remove-deposit", "release-unallocated", "write-off", "rebalance", "buy-gas" })
        {
            Assert.Contains($"  {name} --", list.Output, StringComparison.Ordinal);
        }

        Assert.Equal(list.Output, unknown.Output);
        Assert.Contains("--account is missing.", incomplete.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Run(TestDatabase database, string words, bool settings = true)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = database.Directory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"));
        foreach (var word in words.Split(' ').Concat(settings ? database.Arguments : []))
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
