namespace Cryptocardium.Kernel.Data;

/// <summary>
/// Serialises commands on one row. SQLite has one writer and needs nothing; PostgreSQL locks the row until the commit, so that
/// what a command reads after the lock still holds when it commits.
/// </summary>
/// <param name="table">The table; a constant of the program.</param>
public sealed class RowLock(string table)
{
    private readonly Statement any = new($"SELECT 1 FROM {table} WHERE id = @id FOR UPDATE", "id");

    private readonly Statement own = new(
        $"SELECT 1 FROM {table} WHERE id = @id AND account_id = @account_id FOR UPDATE", "id", "account_id");

    /// <summary>Takes the lock on a row whose id the program itself found.</summary>
    public async ValueTask Acquire(UnitOfWork unit, string id)
    {
        if (unit.Engine == Engine.Postgres)
        {
            await unit.Query(any, static _ => 0, id);
        }
    }

    /// <summary>Takes the lock on a row that a caller named, or waits for it.</summary>
    /// <param name="unit">The command's unit of work.</param>
    /// <param name="account">Whose row it is; another account's row is neither locked nor waited for.</param>
    /// <param name="id">The row's id; an id that does not exist locks nothing.</param>
    public async ValueTask Acquire(UnitOfWork unit, AccountId account, string id)
    {
        if (unit.Engine == Engine.Postgres)
        {
            await unit.Query(own, static _ => 0, id, account);
        }
    }
}
