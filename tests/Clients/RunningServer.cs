using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>The server that all clients use, in a process of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>The collection of tests that share the server and run one after the other.</summary>
    public const string Name = "Running server";

    /// <summary>Generated clients wait for this long at most.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromMinutes(1);

    // A life cycle has at least this many calls.
    private const int CallsMin = 15;

    private TestDatabase? database;
    private ServerProcess? process;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(Engine.Sqlite);
        process = await ServerProcess.Start(database);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        process?.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>Runs a life cycle against the server as a later version, and returns its calls.</summary>
    /// <param name="live">Receives the address of the server.</param>
    internal async Task<IReadOnlyList<string>> Play(Func<Uri, Task> live)
    {
        await using var later = await LaterServer.Start(process!.Server);
        await live(later.Address);
        var calls = later.Calls;
        Assert.True(calls.Count >= CallsMin, $"Only {calls.Count} calls: {string.Join(", ", calls)}");
        Assert.Single(calls, call => call == "loadCard 403");
        Assert.All(calls, call => Assert.True(call == "loadCard 403" || call.Contains(" 20", StringComparison.Ordinal), call));
        return calls;
    }
}

/// <summary>Tests of one collection do not run at the same time.</summary>
[CollectionDefinition(RunningServer.Name)]
public sealed class SharedServer : ICollectionFixture<RunningServer>;
