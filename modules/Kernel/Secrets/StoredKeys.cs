using System.Security.Cryptography;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Secrets;

/// <summary>The check values of the keys that this database needs. A start with a missing or a foreign key is refused.</summary>
public static class StoredKeys
{
    /// <summary>The table, which an empty database lacks.</summary>
    internal const string Table = "kernel_key";

    /// <summary>Marks a write of the probe.</summary>
    internal static readonly Statement Probe = new($"UPDATE {Table} SET probed_at = @now WHERE name = '{KeyRing.MasterName}'", "now");

    private static readonly Statement All = new($"SELECT name, check_value FROM {Table} ORDER BY name");

    private static readonly Statement Insert = new(
        $"INSERT INTO {Table} (name, check_value) VALUES (@name, @check_value) ON CONFLICT (name) DO NOTHING", "name", "check_value");

    private static readonly Statement Delete = new($"DELETE FROM {Table} WHERE name = @name", "name");

    /// <summary>Stores that values of this database are sealed with a key, in the commit that begins to use it.</summary>
    public static async ValueTask Require(UnitOfWork unit, string name, KeyRing key) => await unit.Execute(Insert, name, key.CheckValue);

    /// <summary>Stores that no value needs a key any more.</summary>
    public static async ValueTask Release(UnitOfWork unit, string name) => await unit.Execute(Delete, name);

    /// <summary>Stores the master key of a new database; a node that came first wins.</summary>
    internal static async ValueTask Adopt(DatabaseSession session, KeyRing keys) =>
        await session.Execute(Insert, [KeyRing.MasterName, keys.CheckValue]);

    /// <returns>Whether the database has check values; a new one has none.</returns>
    /// <exception cref="RemedyException">A key is missing or another one.</exception>
    internal static async ValueTask<bool> Verify(DatabaseSession session, KeyRing keys)
    {
        var stored = await session.Query(All, static row => (Name: row.GetString("name"), Check: row.GetBytes("check_value")), []);
        foreach (var (name, check) in stored)
        {
            var key = keys.Find(name) ?? throw new RemedyException(
                $"The key {keys.FileOf(name)} is missing, and this database cannot be read without it; restore the keys that belong to the database.");
            if (!CryptographicOperations.FixedTimeEquals(key.CheckValue, check))
            {
                throw new RemedyException(
                    $"The key {keys.FileOf(name)} is not the key of this database; restore the keys that belong to the database.");
            }
        }

        return stored.Count > 0;
    }
}
