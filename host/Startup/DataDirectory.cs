using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Ledger;

namespace Cryptocardium.Host.Startup;

// Checks Data:Directory, and prepares it for a process that writes.
internal static class DataDirectory
{
    /// <exception cref="RemedyException">There is no database file, which a command does not create.</exception>
    public static void RequireDatabase(DatabaseOptions database)
    {
        if (database.Engine == Engine.Sqlite && !File.Exists(database.ConnectionString))
        {
            throw new RemedyException($"{DatabaseFailure.NameOf(database)} does not exist; set Data:Directory to that of the server.");
        }
    }

    /// <exception cref="RemedyException">The directory cannot be used, or it lost its database.</exception>
    public static void Prepare(string directory, DatabaseOptions database)
    {
        PrivateFile.CreateDirectory(directory);
        var heads = Path.Combine(directory, LedgerModule.HeadsFolder);
        if (database.Engine == Engine.Sqlite
            && new FileInfo(database.ConnectionString) is not { Exists: true, Length: > 0 }
            && Directory.Exists(heads) && Directory.EnumerateFiles(heads).Any())
        {
            throw new RemedyException(
                $"{DatabaseFailure.NameOf(database)} is missing or empty, although {heads} shows that there was one; restore it from a backup, "
                + "or begin anew in another Data:Directory.");
        }
    }
}
