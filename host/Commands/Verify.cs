using System.Data.Common;
using Cryptocardium.Host.Startup;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Host.Commands;

// Opens the server's database read-only and recomputes the ledger.
internal static class Verify
{
    private const int Wrong = 1;

    public static async Task<int> Run(string[] words, TextWriter output)
    {
        using var configuration = Composition.BuilderOf(CommandWords.Read(words).Taking().Settings).Configuration;
        var directory = Composition.DirectoryOf(configuration);
        var database = Composition.DatabaseAt(directory, configuration);
        DataDirectory.RequireDatabase(database);
        await using var provider = Composition.ReadOnlyServices(directory, database);
        await using var scope = provider.CreateAsyncScope();
        try
        {
            var fault = await scope.ServiceProvider.GetRequiredService<ILedgerVerification>().Run(output.WriteLine);
            await output.WriteLineAsync(fault is null ? "The ledger is what was posted." : $"The ledger is NOT what was posted. First fault: {fault}");
            return fault is null ? 0 : Wrong;
        }
        catch (DbException exception)
        {
            throw DatabaseFailure.OfReader(exception, database);
        }
    }
}
