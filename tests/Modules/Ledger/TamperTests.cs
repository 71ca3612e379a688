using System.Globalization;
using System.Text.RegularExpressions;
using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

// Changes the database file directly and without its triggers. Verification finds every such change and names the first journal
// that is affected.
public sealed class TamperTests
{
    private const int RowsEach = 50;
    private const int RowsEachSoak = 1_000;

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Every_edit_deletion_swap_and_insertion_is_found_and_named()
    {
        await using var original = await Books.Make();
        var (code, said) = await original.Verify();
        Assert.True(code == 0, said);

        for (var seed = 0; seed < Budget.Of(RowsEach, RowsEachSoak); seed++)
        {
            using var copy = original.Copy();
            var change = Tamper.With(copy.Connection, seed);
            copy.Connection.Close();
            (code, said) = await copy.Verify();
            Assert.True(
                code == 1 && Regex.IsMatch(said, $"First fault: .*{Regex.Escape(change.Named)}(?![0-9a-z])"),
                string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, {change.What}: expected \"{change.Named}\"; verify answered {code}:\n{said}"));
        }
    }

    [DatabaseTheory]
    public async Task Posted_journals_verify_while_the_server_runs_and_after(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        await host.RunJobs();
        var output = new StringWriter();

        Assert.Equal(0, await Verify.Run(host.Database.Arguments, output));
        Assert.Contains("The ledger is what was posted.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("exported heads: 1 lines agree", output.ToString(), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task A_changed_entry_is_named_on_both_databases(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        var entry = (await story.Entries("&account_type=card_held"))[^1];
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        var source = entry.GetProperty("source").GetProperty("id").GetString();
        var number = (long)(await Sql.One(
            connection,
            $"""
             SELECT e.no FROM ledger_entry e JOIN ledger_account a ON a.no = e.account_no JOIN ledger_journal j ON j.no = e.no / 64
             WHERE j.source = '{source}' AND a.class = 'C.hold'
             """))!;
        await Sql.Run(connection, $"UPDATE ledger_entry SET balance_after = balance_after + 10000 WHERE no = {number}");
        var output = new StringWriter();

        Assert.Equal(1, await Verify.Run(host.Database.Arguments, output));
        Assert.Contains($"First fault: {entry.GetProperty("journal_id").GetString()}, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_computed_anew_or_cut_off_contradicts_the_exported_heads()
    {
        await using var original = await Books.Make();
        using var cut = original.Copy();
        Tamper.CutOff(cut.Connection);
        cut.Connection.Close();
        var (code, said) = await cut.Verify();
        Assert.True(code == 1 && said.Contains("it was exported", StringComparison.Ordinal), said);

        // Without the exported heads the shortened chain is consistent.
        Directory.Delete(Path.Combine(cut.Directory, "heads"), recursive: true);
        (code, said) = await cut.Verify();
        Assert.True(code == 0, said);
    }

    // A journal before the first one of its lane, in either book, is not part of the chain.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_journal_before_the_first_one_is_found(int number)
    {
        await using var original = await Books.Make();
        using var copy = original.Copy();
        var inserted = await Sql.Run(
            copy.Connection,
            $"""
             INSERT INTO ledger_journal (no, type, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
             SELECT {number}, type, 'forged', mode, posted_at, effective_at, actor, prev_hash, randomblob(32)
             FROM ledger_journal WHERE (no & 1) = {number} LIMIT 1
             """);
        copy.Connection.Close();

        var (code, said) = await copy.Verify();

        Assert.Equal(1, inserted);
        Assert.True(code == 1 && said.Contains("it stands where another journal stands", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        var directory = Directory.CreateTempSubdirectory("cryptocardium-test-").FullName;
        var output = new StringWriter();

        Assert.Equal(2, await CommandLine.Run(["verify", $"--Data:Directory={directory}"], output, output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory));
        Directory.Delete(directory);
    }
}
