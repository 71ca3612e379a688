using System.Buffers.Binary;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Sqlite;
using Cryptocardium.Tests;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class CheckpointerTests
{
    private const int PagesEach = 100;
    private const int PageBytes = 4_096;
    private const int Commits = 120;

    // On a slow disk pages are written faster than a checkpoint moves them for a while.
    private const int RoundsMost = 5;

    [Fact]
    public async Task The_log_is_moved_between_commits()
    {
        await using var stored = await TestDatabase.Create(Engine.Sqlite);
        await using var writer = Open(stored);
        using var keeper = new Checkpointer(writer, Open(stored));

        Commit(writer, keeper);
        var first = TimesBegun(stored);
        for (var round = 1; round < RoundsMost && TimesBegun(stored) == first; round++)
        {
            Commit(writer, keeper);
        }

        // Only a fully checkpointed log is restarted.
        Assert.NotEqual(first, TimesBegun(stored));
    }

    [Fact]
    public async Task Pages_held_back_by_a_reader_are_checkpointed_beside_the_writer()
    {
        await using var stored = await TestDatabase.Create(Engine.Sqlite);
        await using var writer = Open(stored);
        await using var reader = Open(stored);
        var before = Size(stored);
        using (var keeper = new Checkpointer(writer, Open(stored)))
        {
            Run(reader, "BEGIN; SELECT COUNT(*) FROM sqlite_schema");
            Commit(writer, keeper);
            Assert.Equal(before, Size(stored));

            // Now the whole log can be checkpointed. The writer leaves that to the other connection.
            Run(reader, "COMMIT");
            Commit(writer, keeper);
        }

        Assert.InRange(Size(stored) - before, Commits * PagesEach * PageBytes, long.MaxValue);
    }

    private static long Size(TestDatabase stored) => new FileInfo(stored.ConnectionString).Length;

    // The checkpoint sequence number in the header of the log. Source: SQLite, "WAL-mode file format".
    private static uint TimesBegun(TestDatabase stored)
    {
        using var log = new FileStream(stored.ConnectionString + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[16];
        log.ReadExactly(header);
        return BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));
    }

    private static void Commit(SqliteConnection writer, Checkpointer keeper)
    {
        Run(writer, "CREATE TABLE IF NOT EXISTS spot_blob (data BLOB)");
        for (var i = 0; i < Commits; i++)
        {
            Run(writer, $"INSERT INTO spot_blob VALUES (zeroblob({PagesEach * PageBytes}))");
            keeper.OnCommitted();
        }
    }

    private static SqliteConnection Open(TestDatabase stored)
    {
        var connection = new SqliteConnection($"Data Source={stored.ConnectionString};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the test
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
