using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Host.Commands;

// Opens the server's database read-only and recomputes the ledger.
internal static class Verify
{
    private const int Wrong = 1;
    private const int Unreadable = 2;

    public static async Task<int> Run(string[] settings, TextWriter output)
    {
        using var configuration = Composition.BuilderOf(settings).Configuration;
        var directory = Composition.DirectoryOf(configuration);
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IdSource>()
            .AddSingleton(Composition.DatabaseAt(directory, configuration) with { ReadOnly = true })
            .AddSingleton<Database>()
            .AddScoped<Call>()
            .AddScoped<UnitOfWork>()
            .AddLedger(directory);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        try
        {
            var fault = await scope.ServiceProvider.GetRequiredService<ILedgerVerification>().Run(output.WriteLine);
            await output.WriteLineAsync(fault is null ? "The ledger is what was posted." : $"The ledger is NOT what was posted. First fault: {fault}");
            return fault is null ? 0 : Wrong;
        }
        catch (DbException exception)
        {
            await output.WriteLineAsync($"The database cannot be read: {exception.Message}");
            return Unreadable;
        }
    }
}
