using Cryptocardium.Kernel.Data;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

/// <summary>
/// What nodes that share a PostgreSQL tell each other at once. Nothing is stored: who was not there does not hear it. Every node hears
/// everything in the same order, its own words included.
/// </summary>
public sealed class NodeChannel : IAsyncDisposable
{
    /// <summary>The longest text that can be sent, in bytes.</summary>
    public const int TextBytesMax = 7_900;

    private readonly NpgsqlConnection speaking;
    private readonly NpgsqlConnection hearing;
    private readonly string name;

    private NodeChannel(NpgsqlConnection speaking, NpgsqlConnection hearing, string name)
    {
        this.speaking = speaking;
        this.hearing = hearing;
        this.name = name;
    }

    /// <summary>Opens a channel with connections of its own; only on PostgreSQL.</summary>
    /// <param name="database">The database, which the nodes share.</param>
    /// <param name="name">The channel's name, an SQL identifier.</param>
    /// <param name="heard">Called with each text, one after the other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<NodeChannel> Open(Database database, string name, Action<string> heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var speaking = await database.ConnectPostgres(cancellationToken);
        var hearing = await database.ConnectPostgres(cancellationToken);
        hearing.Notification += (_, message) => heard(message.Payload);

        // What is told is not kept, so nothing has to reach the disk.
        await Execute(speaking, "SET synchronous_commit = off", cancellationToken);
        await Execute(hearing, $"LISTEN {name}", cancellationToken);
        return new NodeChannel(speaking, hearing, name);
    }

    /// <summary>Tells all nodes.</summary>
    public async Task Send(string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", speaking)
        {
            Parameters = { new() { Value = name }, new() { Value = text } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Hears what is told, until the connection breaks.</summary>
    public async Task Listen(CancellationToken cancellationToken)
    {
        while (true)
        {
            await hearing.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await speaking.DisposeAsync();
        await hearing.DisposeAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of the program
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
