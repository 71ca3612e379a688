using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cryptocardium.Modules.Tests.Kernel;

// Nodes on one database, as far as the outbox needs them: writers, signals and readers.
internal sealed class OutboxNodes : IAsyncDisposable
{
    private static readonly Statement Touch = new("DELETE FROM kernel_reply WHERE expires_at = @at", "at");


    private readonly List<Node> nodes;
    private readonly TestMeters meters = new();

    private OutboxNodes(TestDatabase stored, int count) =>
        nodes = [.. Enumerable.Range(0, count).Select(_ => new Node(stored, meters))];

    /// <param name="stored">The database.</param>
    /// <param name="count">The number of nodes.</param>
    /// <param name="areConnected">Whether they tell each other of their events.</param>
    public static OutboxNodes Start(TestDatabase stored, int count, bool areConnected = true)
    {
        var started = new OutboxNodes(stored, count);
        if (areConnected)
        {
            started.nodes.ForEach(node => _ = node.Exchange.StartAsync(CancellationToken.None));
        }

        return started;
    }

    public static AccountId Account(int number) => new($"acc_{number:x24}");

    public static Func<Node, DatabaseSession, ValueTask<int>> Raise(int account, params EventType[] types) => async (node, session) =>
    {
        await using var unit = node.Unit();
        await unit.Attach(session);
        foreach (var type in types.DefaultIfEmpty(EventTypes.TransactionAuthorized))
        {
            unit.Raise(type, Account(account), Mode.Live, "tx_1", "{}"u8.ToArray());
        }

        unit.Detach();
        return 0;
    };

    // Changes the database as well, so that undoing it takes more than dropping its event.
    public static Func<Node, DatabaseSession, ValueTask<int>> RaiseAndWrite(int account) => async (node, session) =>
    {
        await session.Execute(Touch, [0L]);
        session.CountWrite();
        return await Raise(account)(node, session);
    };

    public static Func<Node, DatabaseSession, ValueTask<int>> Refused(Func<Node, DatabaseSession, ValueTask<int>> command) => async (node, session) =>
    {
        await command(node, session);
        throw new InvalidTimeZoneException();
    };

    public Task<int> Run(int writer, int account, Func<Node, DatabaseSession, ValueTask<int>> command)
    {
        var node = nodes[writer % nodes.Count];
        return node.Writers.Run(Account(account).Value, session => command(node, session));
    }

    // Queues commands behind one that waits until all are there, so that they share a batch.
    public async Task Together(params Func<Node, DatabaseSession, ValueTask<int>>[] commands)
    {
        var queued = new TaskCompletionSource();
        var first = nodes[0].Writers.Run("", async _ =>
        {
            await queued.Task;
            return 0;
        });
        var all = commands.Select(command => nodes[0].Writers.Run("", session => command(nodes[0], session))).ToList();
        queued.SetResult();
        await first;
        await ((Task)Task.WhenAll(all)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task<List<RaisedEvent>> After(int reader, int account, long sequence, int limit)
    {
        await using var unit = nodes[reader % nodes.Count].Unit();
        return [.. (await StoredEvents.After(unit, RowFilter.OfAccount(Account(account)), new EventFilter(), sequence, long.MaxValue, limit)).Select(raised => raised.Event)];
    }

    public EventListener Listen(int account) => nodes[account % nodes.Count].Database.Events.Listen(Account(account));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        meters.Dispose();
    }

    internal sealed class Node : IAsyncDisposable
    {
        private readonly IdSource ids = new(TimeProvider.System);

        public Node(TestDatabase stored, TestMeters meters)
        {
            Database = new Database(new DatabaseOptions(stored.Engine, stored.ConnectionString), []);
            Writers = new Writers(Database, meters, NullLogger<Writers>.Instance);
            Exchange = new EventExchange(Database, Database.Events, ids, NullLogger<EventExchange>.Instance);
        }

        public Database Database { get; }

        public Writers Writers { get; }

        public EventExchange Exchange { get; }

        public UnitOfWork Unit() => new(Database, TimeProvider.System, ids, new Call());

        public async ValueTask DisposeAsync()
        {
            await Exchange.StopAsync(CancellationToken.None);
            await Writers.StopAsync(CancellationToken.None);
            await Database.DisposeAsync();
            Exchange.Dispose();
        }
    }
}
