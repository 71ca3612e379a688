using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Tests.Startup;

// The keys belong to the database: without them, or with others, nothing starts.
public sealed class KeyTests
{
    private const string AnotherKey = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string[] Commands = ["--Urls=http://127.0.0.1:0", "rotate-vault-key", "operator buy-gas --mode live --chain tron --amount 1"];

    [DatabaseTheory]
    public async Task A_missing_or_foreign_key_is_refused_and_none_is_made(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);
        var keys = Path.Combine(database.Directory, "keys");
        foreach (var name in new[] { "master.key", "vault-1.key" })
        {
            var file = Path.Combine(keys, name);
            var key = await File.ReadAllTextAsync(file);
            File.Delete(file);
            await AreRefused(database, $"{name} is missing, and this database cannot be read without it");
            Assert.False(File.Exists(file));

            await File.WriteAllTextAsync(file, AnotherKey);
            await AreRefused(database, $"{name} is not the key of this database");

            await File.WriteAllTextAsync(file, "no key");
            await AreRefused(database, $"{name} is damaged");
            await File.WriteAllTextAsync(file, key);
        }

        Directory.Move(keys, keys + ".away");
        await AreRefused(database, "master.key is missing");
        Assert.False(Directory.Exists(keys));

        Directory.Move(keys + ".away", keys);
        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);
    }

    [DatabaseTheory]
    public async Task A_database_that_lost_its_key_row_and_its_key_gets_no_new_key(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var keys = Path.Combine(database.Directory, "keys");
        File.Delete(Path.Combine(keys, "master.key"));

        await AreRefused(database, "is not new; restore the keys that belong to the database.");

        Assert.Empty(Directory.EnumerateFiles(keys));
    }

    [DatabaseTheory]
    public async Task An_empty_database_gets_a_key(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var empty = new Database(new DatabaseOptions(engine, database.ConnectionString), Modules.ModelParts());

        await new DatabaseStart(empty, KeyRing.Open(Path.Combine(database.Directory, "keys"))).Run(CancellationToken.None);

        Assert.True(File.Exists(Path.Combine(database.Directory, "keys", "master.key")));
    }

    // An old key of the vault may be destroyed once no number is sealed with it.
    [DatabaseTheory]
    public async Task A_key_that_a_rotation_replaced_is_not_needed_any_more(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);
        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);

        File.Delete(Path.Combine(database.Directory, "keys", "vault-1.key"));

        Assert.Equal(0, (await CommandRun.Of(["rotate-vault-key", .. database.Arguments])).Code);
    }

    private static async Task AreRefused(TestDatabase database, string cause)
    {
        foreach (var command in Commands)
        {
            await CommandRun.IsRefused(cause, [.. command.Split(' '), .. database.Arguments]);
        }
    }
}
