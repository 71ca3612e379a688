using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

// Statements whose outcome nobody waits for yet. They travel with the next one whose outcome somebody needs: what costs on a server is
// not the statement but the way there and back.
internal sealed class PostgresPipeline(NpgsqlConnection connection)
{
    private const int Limit = 64;

    private readonly List<(NpgsqlBatchCommand Command, Action<IRow>? Read)> waiting = [];

    public bool IsEmpty => waiting.Count == 0;

    public bool IsFull => waiting.Count >= Limit;

    public void Clear() => waiting.Clear();

    // Read is called for each row that it returns; null for a statement that returns none.
    public void Add(Statement statement, object?[] values, Action<IRow>? read = null)
    {
        var command = new NpgsqlBatchCommand(statement.PostgresSql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        waiting.Add((command, read));
    }

    // When one fails the server passes over all that come after it, whoever's they are.
    /// <returns>How many rows the last of them changed.</returns>
    public async ValueTask<int> Send()
    {
        if (waiting.Count == 0)
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(connection);
        var reads = new List<Action<IRow>>();
        foreach (var (command, read) in waiting)
        {
            batch.BatchCommands.Add(command);
            if (read is not null)
            {
                reads.Add(read);
            }
        }

        waiting.Clear();
        if (WriterThread.IsCurrent)
        {
            Read(batch, reads);
        }
        else
        {
            await ReadAsync(batch, reads);
        }

        return batch.BatchCommands[^1].RecordsAffected;
    }

    // A reader passes over the statements that return no rows.
    private static void Read(NpgsqlBatch batch, List<Action<IRow>> reads)
    {
        using var reader = batch.ExecuteReader();
        var row = new PostgresRow(reader);
        foreach (var read in reads)
        {
            while (reader.Read())
            {
                read(row);
            }

            reader.NextResult();
        }
    }

    private static async ValueTask ReadAsync(NpgsqlBatch batch, List<Action<IRow>> reads)
    {
        await using var reader = await batch.ExecuteReaderAsync();
        var row = new PostgresRow(reader);
        foreach (var read in reads)
        {
            while (await reader.ReadAsync())
            {
                read(row);
            }

            await reader.NextResultAsync();
        }
    }
}
