using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// Runs a query outside the unit of work of the call and returns its connection at once, so that a call that waits for a password hash or
// a writer holds no connection.
internal sealed class DirectReader(Database database, TimeProvider clock, IdSource ids)
{
    private static readonly Call Anonymous = new();

    public async ValueTask<List<T>> Query<T>(Statement statement, Func<IRow, T> read, params object?[] values)
    {
        await using var unit = new UnitOfWork(database, clock, ids, Anonymous);
        return await unit.Query(statement, read, values);
    }
}
