using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Writing;

internal static class TransactionSql
{
    public static readonly Statement Begin = new("BEGIN");
    public static readonly Statement BeginImmediate = new("BEGIN IMMEDIATE");
    public static readonly Statement BeginSnapshot = new("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    public static readonly Statement Ping = new("SELECT 1");
    public static readonly Statement Commit = new("COMMIT");
    public static readonly Statement Rollback = new("ROLLBACK");
    public static readonly Statement BeginCommand = new("SAVEPOINT command");
    public static readonly Statement EndCommand = new("RELEASE SAVEPOINT command");
    public static readonly Statement UndoCommand = new("ROLLBACK TO SAVEPOINT command");
    public static readonly Statement BeginEffect = new("SAVEPOINT effect");
    public static readonly Statement EndEffect = new("RELEASE SAVEPOINT effect");
    public static readonly Statement UndoEffect = new("ROLLBACK TO SAVEPOINT effect");

    // 10 ms, until the commit.
    public static readonly Statement ShortenLockWait = new("SET LOCAL lock_timeout = 10");
}
