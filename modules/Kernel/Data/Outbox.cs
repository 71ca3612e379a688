namespace Cryptocardium.Kernel.Data;

/// <summary>Reads the outbox as a whole; single events are written by <see cref="Unit.Raise"/>.</summary>
public static class Outbox
{
    private static readonly Statement CountTypes = new("SELECT type, COUNT(*) FROM kernel_event GROUP BY type");

    /// <summary>How many events of each type were ever raised.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, long>> CountByType(Unit unit) =>
        (await unit.Query(CountTypes, static row => (Type: row.GetString(0), Count: row.GetInt64(1))))
        .ToDictionary(row => row.Type, row => row.Count);
}
