using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Npgsql;

namespace Cryptocardium.Kernel.Postgres;

// Pending statements. They are sent with the next statement whose outcome is awaited, because on a server the round trip costs more than the
// statement.
internal sealed class PostgresPipeline(NpgsqlConnection connection)
{
    private const int Limit = 64;

    private readonly List<(NpgsqlBatchCommand Command, Action<IRow>? Read)> pending = [];

    /// <summary>Whether responses are awaited without limit.</summary>
    public bool IsPatient { get; set; }

    public bool IsEmpty => pending.Count == 0;

    public bool IsFull => pending.Count >= Limit;

    private int SecondsMax =>
        pending[^1].Command.CommandText == TransactionSql.Commit.PostgresSql ? PostgresServer.CommitSecondsMax : PostgresServer.StatementSecondsMax;

    public void Clear() => pending.Clear();

    // Read is called for each returned row; null for a statement that returns none.
    public void Add(Statement statement, object?[] values, Action<IRow>? read = null)
    {
        var command = new NpgsqlBatchCommand(statement.PostgresSql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        pending.Add((command, read));
    }

    // After a failed statement the server skips all that follow in the batch.
    /// <returns>The count of rows that the last statement changed.</returns>
    public async ValueTask<int> Send()
    {
        if (pending.Count == 0)
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(connection) { Timeout = IsPatient ? 0 : SecondsMax };
        var reads = new List<Action<IRow>>();
        foreach (var (command, read) in pending)
        {
            batch.BatchCommands.Add(command);
            if (read is not null)
            {
                reads.Add(read);
            }
        }

        pending.Clear();
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

    // The reader skips statements that return no rows.
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
