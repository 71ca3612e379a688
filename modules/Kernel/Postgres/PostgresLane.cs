using System.Data.Common;

namespace Cryptocardium.Kernel.Postgres;

// A lane is one chain of journals. A writer holds its lane by a lock that lives as long as its connection, so two writers, on
// this node or another, never extend the same chain, and the lanes of a stopped node are taken up again.
internal static class PostgresLane
{
    private const int LockClass = 0x43434D; // separates our advisory locks from anybody else's in the same database
    private const int LaneLimit = 1_024;

    public static async ValueTask<int> Claim(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_try_advisory_lock(@class, @lane)";
        Add(command, "class", LockClass);
        var lane = Add(command, "lane", 0);
        for (var candidate = 1; candidate < LaneLimit; candidate++)
        {
            lane.Value = candidate;
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"All {LaneLimit - 1} lanes of the ledger are taken.");
    }

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
