using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Scenarios.Lists;

// Somebody who has some of everything, on SQLite, and what is asked of the database when one of the lists is read.
internal sealed class PlannedLists(SqliteTrace trace, TestHost host, TestAccount account, IReadOnlyDictionary<string, string> names, SqliteConnection connection)
    : IAsyncDisposable
{
    /// <summary>What exists, by the names of the contract's parameters.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>Asks how the database goes about a query.</summary>
    public SqliteConnection Connection => connection;

    public static async Task<PlannedLists> Open()
    {
        // First, since it hears only of connections that are opened after it.
        var trace = new SqliteTrace();
        var host = await TestHost.Start(Engine.Sqlite);
        var (account, names) = await FullAccount.Open(host);
        var connection = new SqliteConnection($"Data Source={host.Database.ConnectionString};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        return new PlannedLists(trace, host, account, names, connection);
    }

    /// <returns>The statements that reading the first pages of a list takes.</returns>
    public async Task<IReadOnlyList<string>> Queries(ContractList list, string query, int pages)
    {
        trace.Take(host.Database.ConnectionString);
        await list.Read(account.Api, names, query, limit: 1, pages);
        return trace.Take(host.Database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        account.Dispose();
        await host.DisposeAsync();
        trace.Dispose();
    }
}
