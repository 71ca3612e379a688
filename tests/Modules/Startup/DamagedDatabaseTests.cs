using System.Security.Cryptography;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Startup;

// A database that this version cannot use is refused and left as it is.
public sealed class DamagedDatabaseTests
{
    private const int PageBytes = 4_096;

    [Theory]
    [InlineData("half")]
    [InlineData("one page")]
    [InlineData("text")]
    [InlineData("header")]
    [InlineData("first page")]
    [InlineData("a page in the middle")]
    public async Task A_damaged_file_is_refused(string damage)
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);
        var bytes = await File.ReadAllBytesAsync(database.ConnectionString);
        bytes = damage switch
        {
            "half" => bytes[..(bytes.Length / 2)],
            "one page" => bytes[..PageBytes],
            "text" => "This is no database, but it is longer than the header of one, which has a hundred bytes.........."u8.ToArray(),
            "header" => Overwritten(bytes, 0, 16),
            "first page" => Overwritten(bytes, 100, PageBytes - 100),
            _ => Overwritten(bytes, bytes.Length / 2 / PageBytes * PageBytes, PageBytes),
        };
        await File.WriteAllBytesAsync(database.ConnectionString, bytes);

        foreach (var command in new[] { "--Urls=http://127.0.0.1:0", "rotate-vault-key" })
        {
            await CommandRun.IsRefused("cryptocardium.db is damaged or is no database; restore it from a backup.", [command, .. database.Arguments]);
        }

        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(await File.ReadAllBytesAsync(database.ConnectionString)));
    }

    // An empty file is an empty database to SQLite. The exported heads show that it was more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_database_is_not_replaced_by_an_empty_one(bool isEmpty)
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        Directory.CreateDirectory(Path.Combine(database.Directory, "heads"));
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "heads", "2026-01.jsonl"), "{}\n");
        File.Delete(database.ConnectionString);
        if (isEmpty)
        {
            await File.WriteAllTextAsync(database.ConnectionString, "");
        }

        await CommandRun.IsRefused("is missing or empty, although", ["--Urls=http://127.0.0.1:0", .. database.Arguments]);
    }

    [DatabaseTheory]
    public async Task A_database_of_a_newer_version_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await database.Execute("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0')""");

        foreach (var command in new[] { "--Urls=http://127.0.0.1:0", "rotate-vault-key" })
        {
            await CommandRun.IsRefused("was written by a newer version of this program (29990101000000_Later)", [command, .. database.Arguments]);
        }

        Assert.Equal(["master.key"], Directory.EnumerateFiles(Path.Combine(database.Directory, "keys")).Select(Path.GetFileName));
    }

    private static byte[] Overwritten(byte[] bytes, int start, int count)
    {
        bytes.AsSpan(start, count).Fill(0xA5);
        return bytes;
    }
}
