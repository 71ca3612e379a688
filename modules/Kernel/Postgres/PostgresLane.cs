using System.Data.Common;

namespace Cryptocardium.Kernel.Postgres;

// A writer holds its lane by an advisory lock of its connection: no two writers, on any node, extend the same chain, and the lanes of a
// stopped node become free.
internal static class PostgresLane
{
    private const int LockClass = 0x43434D; // distinct from all other advisory locks in the database
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

        throw new InvalidOperationException($"All {LaneLimit - 1} lanes of the ledger are in use.");
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
