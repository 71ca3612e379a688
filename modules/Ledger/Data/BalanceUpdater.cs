using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Changes the balances of a journal's accounts: all of them, or none.
internal sealed class BalanceUpdater(UnitOfWork unit)
{
    private bool OnSqlite => unit.Engine == Engine.Sqlite;

    // A server is asked for all lines at once. Where asking costs no way, nothing moves after the line that falls short.
    /// <returns>What there is too little of; then nothing has moved.</returns>
    public async ValueTask<Shortfall?> Move(Journal journal, List<PostedLine> moved)
    {
        var lines = InLockOrder(journal);
        var asked = OnSqlite ? [] : lines.Select(ReadAccount).ToList();
        Shortfall? missing = null;
        for (var i = 0; i < lines.Count && (missing is null || !OnSqlite); i++)
        {
            var line = lines[i];
            if (await Posted(line, OnSqlite ? ReadAccount(line) : asked[i]) is { } posted)
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
            foreach (var taken in moved)
            {
                await unit.Write(LedgerSql.MoveBack, taken.Line.Growth, taken.Code);
            }
        }

        return missing;
    }

    // The programme's own accounts are one row each for all customers, those apart that have stripes.
    public void NoteProgramLock(ChartAccount account)
    {
        if (account.Owner == default && !account.Class.IsStriped)
        {
            unit.EndBatch();
        }
    }

    private PendingRows<MovedAccount> ReadAccount(JournalLine line)
    {
        NoteProgramLock(line.Account);
        var code = StoredCode(line.Account);
        if (unit.Locked(LedgerSql.Accounts) is { } held && held.Find(code) is { } account)
        {
            return MoveHeld(held, code, account, line);
        }

        return unit.QueryLater(
            LedgerSql.Move,
            static row => new MovedAccount(
                row.GetInt64("no"), row.GetInt64("balance"), row.GetInt64("account_seq"), row.GetInt64("moved_at")),
            line.Growth, unit.Now, code);
    }

    // What the statement does, done in memory.
    private PendingRows<MovedAccount> MoveHeld(LockedRows<MovedAccount> held, string code, MovedAccount account, JournalLine line)
    {
        var balance = checked(account.Balance + line.Growth.Micros);
        if (line.Account.Class.HasFloor && balance < 0)
        {
            return PendingRows<MovedAccount>.None;
        }

        var moved = new MovedAccount(
            account.No, balance, account.Seq + 1, Math.Max(account.MovedAt, unit.Now.ToUnixTimeMilliseconds()));
        held.Change(code, moved);
        return PendingRows<MovedAccount>.Of(moved);
    }

    private async ValueTask<PostedLine?> Posted(JournalLine line, PendingRows<MovedAccount> asked)
    {
        if (await unit.Rows(asked) is not [var row])
        {
            return null;
        }

        var code = StoredCode(line.Account);
        if (unit.Locked(LedgerSql.Accounts) is { } held && (held.Find(code)?.Seq ?? 0) < row.Seq)
        {
            held.Add(code, row);
        }

        return new PostedLine(code, line, row.No, new Usd(row.Balance), row.Seq, DateTimeOffset.FromUnixTimeMilliseconds(row.MovedAt));
    }

    // An account that nobody has used yet has no row. One that has a row now may have got it from another node since it was asked.
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

    // What takes from a floor comes first, so that a shortfall is found before anything else moved; within that, every journal
    // takes its rows in the same order, so that two of them do not wait for each other.
    private static IReadOnlyList<JournalLine> InLockOrder(Journal journal) => journal.Lines.Count == 2
        ? journal.Lines[0].Growth < Usd.Zero ? journal.Lines : [journal.Lines[1], journal.Lines[0]]
        : [.. journal.Lines.OrderBy(line => line.Growth > Usd.Zero).ThenBy(line => line.Account.Code, StringComparer.Ordinal)];

    // Writers of one database keep a stripe each of the accounts that every journal touches.
    private string StoredCode(ChartAccount account) => account.Class.IsStriped ? $"{account.Code}/{unit.Lane}" : account.Code;

    private async ValueTask Open(ChartAccount account, string code) => await unit.Execute(
        OnSqlite ? LedgerSql.OpenOnSqlite : LedgerSql.OpenOnPostgres,
        account.Mode == Mode.Live ? 1L : 0L, code, account.Class.Code, account.Mode, account.Owner == default ? null : account.Owner.Value,
        account.Class.IsDebit, account.Class.IsVisible, account.Class.HasFloor ? 0L : null);

    private ValueTask<Usd> Balance(string code) => unit.One(LedgerSql.Balance, static row => row.GetUsd("balance"), code);
}
