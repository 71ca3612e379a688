namespace Cryptocardium.Kernel.Data;

/// <summary>
/// Serializes commands on one row. SQLite has one writer and needs no lock; on PostgreSQL the row is locked until the commit, so that values
/// read after the lock are still current at the commit.
/// </summary>
/// <param name="table">The table; a constant of the program.</param>
public sealed class RowLock(string table)
{
    private readonly Statement any = new($"SELECT 1 FROM {table} WHERE id = @id FOR UPDATE", "id");

    private readonly Statement own = new(
        $"SELECT 1 FROM {table} WHERE id = @id AND account_id = @account_id FOR UPDATE", "id", "account_id");

    /// <summary>Locks a row by an id that the program itself has found.</summary>
    public async ValueTask Acquire(UnitOfWork unit, string id)
    {
        if (unit.Engine == Engine.Postgres)
        {
            await unit.Query(any, static _ => 0, id);
        }
    }

    /// <summary>Locks a row by an id that a caller has given.</summary>
    /// <param name="unit">The command's unit of work.</param>
    /// <param name="account">The owner. The row of another account is neither locked nor waited for.</param>
    /// <param name="id">The row's id; an unknown id locks nothing.</param>
    public async ValueTask Acquire(UnitOfWork unit, AccountId account, string id)
    {
        if (unit.Engine == Engine.Postgres)
        {
            await unit.Query(own, static _ => 0, id, account);
        }
    }
}
