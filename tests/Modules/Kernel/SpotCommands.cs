using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Modules.Tests.Kernel;

// Commands on the table, for tests of batches.
internal static class SpotCommands
{
    private static readonly Statement Select = new("SELECT n FROM spot_row WHERE id = @id", "id");

    // Reads the row once and keeps it in the session.
    public static Func<DatabaseSession, ValueTask<int>> Add(long id, long amount) => async session =>
    {
        var held = session.Locked(SpotTable.Spots);
        var row = held.Find($"{id}") ?? new SpotTable.Spot(id, (await session.Query(Select, row => row.GetInt64(0), [id]))[0]);
        held.Change($"{id}", row with { N = row.N + amount });
        return 0;
    };

    public static Func<DatabaseSession, ValueTask<int>> Known(long id) =>
        session => new(session.Locked(SpotTable.Spots).Find($"{id}") is null ? 0 : 1);

    public static Func<DatabaseSession, ValueTask<int>> Log(long id) => session =>
    {
        object?[] values = id % 2 == 0 ? [id, "two", null, false] : [id, null, new byte[] { 0 }, true];
        session.Insert(SpotTable.Log, values);
        return new(0);
    };

    public static Func<DatabaseSession, ValueTask<int>> Failing(Func<DatabaseSession, ValueTask<int>> command) => async session =>
    {
        await command(session);
        throw new InvalidTimeZoneException();
    };
}
