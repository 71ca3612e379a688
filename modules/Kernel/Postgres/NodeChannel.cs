using Cryptocardium.Kernel.Data;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

/// <summary>
/// Messages between the nodes of one PostgreSQL, by NOTIFY. Nothing is stored: a node that is not connected misses them. All nodes receive all
/// messages in the same order, including their own.
/// </summary>
public sealed class NodeChannel : IAsyncDisposable
{
    /// <summary>The limit of a message, in bytes of UTF-8.</summary>
    public const int TextBytesMax = 7_900;

    private readonly NpgsqlConnection sender;
    private readonly NpgsqlConnection receiver;
    private readonly string name;

    private NodeChannel(NpgsqlConnection sender, NpgsqlConnection receiver, string name)
    {
        this.sender = sender;
        this.receiver = receiver;
        this.name = name;
    }

    /// <summary>Opens a channel with connections of its own; only on PostgreSQL.</summary>
    /// <param name="database">The database, which the nodes share.</param>
    /// <param name="name">The channel's name, an SQL identifier.</param>
    /// <param name="received">Called with each message, one after the other.</param>
    /// <param name="cancellationToken">Cancels the connection attempts.</param>
    public static async Task<NodeChannel> Open(Database database, string name, Action<string> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var sender = await PostgresServer.Connect(database.Options, cancellationToken);
        var receiver = await PostgresServer.Connect(database.Options, cancellationToken);
        receiver.Notification += (_, message) => received(message.Payload);

        // Messages are not durable, so no flush is needed.
        await Execute(sender, "SET synchronous_commit = off", cancellationToken);
        await Execute(receiver, $"LISTEN {name}", cancellationToken);
        return new NodeChannel(sender, receiver, name);
    }

    /// <summary>Sends a message to all nodes.</summary>
    public async Task Send(string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", sender)
        {
            Parameters = { new() { Value = name }, new() { Value = text } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Receives messages until the connection fails.</summary>
    public async Task Listen(CancellationToken cancellationToken)
    {
        while (true)
        {
            await receiver.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sender.DisposeAsync();
        await receiver.DisposeAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of the program
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
