using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Scenarios.Lists;

// A full account on SQLite, and the queries that reading one of its lists runs.
internal sealed class PlannedLists(SqliteTrace trace, TestHost host, TestAccount account, IReadOnlyDictionary<string, string> names, SqliteConnection connection)
    : IAsyncDisposable
{
    /// <summary>Existing values by parameter name.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>The connection for query plans.</summary>
    public SqliteConnection Connection => connection;

    public static async Task<PlannedLists> Open()
    {
        // The trace comes first because it covers only connections opened after it.
        var trace = new SqliteTrace();
        var host = await TestHost.Start(Engine.Sqlite);
        var (account, names) = await FullAccount.Open(host);
        var connection = new SqliteConnection($"Data Source={host.Database.ConnectionString};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        return new PlannedLists(trace, host, account, names, connection);
    }

    /// <returns>The statements that read the first pages of a list.</returns>
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
