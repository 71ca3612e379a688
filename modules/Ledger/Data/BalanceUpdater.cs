using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Updates the balances of the accounts of a journal: all of them, or none.
internal sealed class BalanceUpdater(UnitOfWork unit, IWriterLane lane)
{
    private bool OnSqlite => unit.Engine == Engine.Sqlite;

    // On PostgreSQL all lines are sent at once, which saves round trips. On SQLite the first line that falls short ends the loop.
    /// <returns>The shortfall, in which case no balance has changed; null when all have changed.</returns>
    public async ValueTask<Shortfall?> Move(Journal journal, List<PostedLine> moved)
    {
        var lines = InLockOrder(journal);
        LockTreasuries(lines);
        var pending = OnSqlite ? [] : lines.Select(ReadAccount).ToList();
        Shortfall? missing = null;
        for (var i = 0; i < lines.Count && (missing is null || !OnSqlite); i++)
        {
            var line = lines[i];
            if (await Posted(line, OnSqlite ? ReadAccount(line) : pending[i]) is { } posted)
            {
                moved.Add(posted);
            }
            else if (missing is null)
            {
                missing = await OpenAndMove(line, moved) ? null : new Shortfall(line.Account, -line.Growth, await Balance(StoredCode(line.Account)));
            }
        }

        if (missing is not null)
        {
            foreach (var applied in moved)
            {
                await unit.Batch.Write(LedgerSql.MoveBack, applied.Line.Growth, applied.Code);
            }
        }

        return missing;
    }

    // Whatever moves a part of a treasury first locks its available balance. So commands of one treasury commit one after the other, and each
    // reads a balance that has the changes of all before it.
    private void LockTreasuries(IReadOnlyList<JournalLine> lines)
    {
        if (OnSqlite)
        {
            return;
        }

        foreach (var line in lines.Where(line => line.Account.Class.IsTreasury))
        {
            var available = Chart.TreasuryAvailable(line.Account.Owner, line.Account.Mode);
            if (line.Account != available)
            {
                unit.Batch.QueryLater(LedgerSql.BalanceForUpdate, static _ => 0, available.Code);
            }
        }
    }

    // An account of the program that has no stripes is one row for all customers, so the batch ends early to release its lock.
    public void EndBatchAtSharedRow(ChartAccount account)
    {
        if (account.Owner == default && !account.Class.IsStriped)
        {
            unit.Batch.End();
        }
    }

    private PendingRows<MovedAccount> ReadAccount(JournalLine line)
    {
        EndBatchAtSharedRow(line.Account);
        var code = StoredCode(line.Account);
        if (unit.Batch.Locked(LedgerSql.Accounts) is { } locked && locked.Find(code) is { } account)
        {
            return MoveInMemory(locked, code, account, line);
        }

        return unit.Batch.QueryLater(
            LedgerSql.Move,
            static row => new MovedAccount(
                row.GetInt64("no"), row.GetInt64("balance"), row.GetInt64("account_seq"), row.GetInt64("moved_at")),
            line.Growth, unit.Now, code);
    }

    // The same as LedgerSql.Move, for a row that this batch has locked and cached.
    private PendingRows<MovedAccount> MoveInMemory(LockedRows<MovedAccount> locked, string code, MovedAccount account, JournalLine line)
    {
        var balance = checked(account.Balance + line.Growth.Micros);
        if (line.Account.Class.HasFloor && balance < 0)
        {
            return PendingRows<MovedAccount>.None;
        }

        var moved = new MovedAccount(
            account.No, balance, account.Seq + 1, Math.Max(account.MovedAt, unit.Now.ToUnixTimeMilliseconds()));
        locked.Change(code, moved);
        return PendingRows<MovedAccount>.Of(moved);
    }

    private async ValueTask<PostedLine?> Posted(JournalLine line, PendingRows<MovedAccount> pending)
    {
        if (await unit.Batch.Rows(pending) is not [var row])
        {
            return null;
        }

        var code = StoredCode(line.Account);
        if (unit.Batch.Locked(LedgerSql.Accounts) is { } locked && (locked.Find(code)?.Seq ?? 0) < row.Seq)
        {
            locked.Add(code, row);
        }

        return new PostedLine(code, line, row.No, new Usd(row.Balance), row.Seq, DateTimeOffset.FromUnixTimeMilliseconds(row.MovedAt));
    }

    // An unused account has no row. If there is a row now, another node may have inserted it since the update ran, so the update runs again.
    private async ValueTask<bool> OpenAndMove(JournalLine line, List<PostedLine> moved)
    {
        var code = StoredCode(line.Account);
        if ((await unit.Query(LedgerSql.Balance, static _ => true, code)).Count == 0)
        {
            await Open(line.Account, code);
        }

        if (await Posted(line, ReadAccount(line)) is not { } posted)
        {
            return false;
        }

        moved.Add(posted);
        return true;
    }

    // Balances that fall come first, so that a shortfall is found before another balance has changed. Within each group all journals
    // lock rows in the order of their codes, which rules out deadlocks.
    private static IReadOnlyList<JournalLine> InLockOrder(Journal journal) => journal.Lines.Count == 2
        ? journal.Lines[0].Growth < Usd.Zero ? journal.Lines : [journal.Lines[1], journal.Lines[0]]
        : [.. journal.Lines.OrderBy(line => line.Growth > Usd.Zero).ThenBy(line => line.Account.Code, StringComparer.Ordinal)];

    // Each writer has its own stripe of the accounts that most journals touch.
    private string StoredCode(ChartAccount account) => account.Class.IsStriped ? $"{account.Code}/{lane.Number}" : account.Code;

    private async ValueTask Open(ChartAccount account, string code) => await unit.Execute(
        OnSqlite ? LedgerSql.OpenOnSqlite : LedgerSql.OpenOnPostgres,
        account.Mode == Mode.Live ? 1L : 0L, code, account.Class.Code, account.Mode, account.Owner == default ? null : account.Owner.Value,
        account.Class.IsDebit, account.Class.IsVisible, account.Class.HasFloor ? 0L : null);

    private ValueTask<Usd> Balance(string code) => unit.One(LedgerSql.Balance, static row => row.GetUsd("balance"), code);
}
