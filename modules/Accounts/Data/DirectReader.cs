using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// Reads outside the call's unit of work, and gives the connection back at once: a call that waits for a password or for a writer
// must not keep others from reading.
internal sealed class DirectReader(Database database, TimeProvider clock, IdSource ids)
{
    private static readonly Call Nobody = new();

    public async ValueTask<List<T>> Query<T>(Statement statement, Func<IRow, T> read, params object?[] values)
    {
        await using var unit = new UnitOfWork(database, clock, ids, Nobody);
        return await unit.Query(statement, read, values);
    }
}
