using System.Runtime.CompilerServices;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.Ledger.Entries;

namespace Cryptocardium.Ledger.Data;

internal sealed class SqlLedger(UnitOfWork unit, IWriterLane lane, Call call, BalanceChanges changes) : ILedger
{
    private const string SystemActor = "system";

    private static readonly ConditionalWeakTable<object, LaneHead> Heads = [];

    private readonly BalanceUpdater updater = new(unit, lane);

    private bool OnSqlite => unit.Engine == Engine.Sqlite;

    public async ValueTask<Posting> Post(Journal journal)
    {
        Verify(journal);
        var moved = new List<PostedLine>(journal.Lines.Count);
        if (await updater.Move(journal, moved) is { } missing)
        {
            return new Posting(missing, new Dictionary<string, Usd>(), "");
        }

        var id = await Append(journal, moved);
        var balances = new Dictionary<string, Usd>(moved.Count);
        foreach (var line in moved)
        {
            balances[line.Code] = line.BalanceAfter;
            if (line.Line.Account.Class.IsTreasury)
            {
                changes.Record(line.Line.Account.Owner, journal.Mode, line.Code, line.Line.Growth);
            }
        }

        await Sweep(journal, balances);
        return new Posting(null, balances, id);
    }

    public async ValueTask<bool> IsPosted(string operationKey) =>
        (await unit.Query(LedgerSql.IsPosted, static _ => true, operationKey)).Count > 0;

    public ValueTask<Usd> Balance(ChartAccount account) => unit.One(LedgerSql.Balance, static row => row.GetUsd("balance"), account.Code);

    public ValueTask<Usd> LockedBalance(ChartAccount account)
    {
        updater.EndBatchAtSharedRow(account);
        return unit.One(
            OnSqlite ? LedgerSql.Balance : LedgerSql.BalanceForUpdate, static row => row.GetUsd("balance"), account.Code);
    }

    public async ValueTask<IReadOnlyList<Usd>> Balances(IReadOnlyList<ChartAccount> accounts)
    {
        var (statement, values) = BalanceSql.Now(accounts, unit.Engine);
        var rows = await unit.Query(statement, static row => (Code: row.GetString("code"), Balance: row.GetUsd("balance")), values);
        return InOrder(accounts, rows);
    }

    public async ValueTask<IReadOnlyList<PastBalance>> BalancesAt(IReadOnlyList<ChartAccount> accounts, DateTimeOffset? time)
    {
        var (statement, values) = time is { } before ? BalanceSql.At(accounts, before, unit.Engine) : BalanceSql.Now(accounts, unit.Engine);
        var rows = await unit.Query(
            statement,
            static row => (Code: row.GetString("code"), Past: new PastBalance(row.GetUsd("balance"), row.IsDBNull("moved_at") ? null : row.GetInstant("moved_at"))),
            values);
        return InOrder(accounts, rows);
    }

    public async ValueTask DebitForced(Journal journal, ChartAccount card, ChartAccount treasury, ChartAccount receivable, Usd amount)
    {
        var fromCard = Usd.Min(amount, await LockedBalance(card));
        var fromTreasury = Usd.Min(amount - fromCard, await LockedBalance(treasury));
        journal.Debit(card, fromCard).Debit(treasury, fromTreasury).Debit(receivable, amount - fromCard - fromTreasury);
    }

    public async ValueTask PlaceHold(string id, ChartAccount held, Usd amount, DateTimeOffset expiresAt) =>
        await unit.Batch.Insert(LedgerSql.Holds, id, held.Code, amount, expiresAt);

    public async ValueTask ReduceHold(string id, Usd amount) => await unit.Batch.Write(LedgerSql.ReduceHold, amount, id);

    public async ValueTask ChangeHold(string id, Usd amount, DateTimeOffset expiresAt) =>
        await unit.Batch.Write(LedgerSql.ChangeHold, amount, expiresAt, id);

    public ValueTask<OverdueHold?> FindOverdueHold(DateTimeOffset now) => unit.One(
        LedgerSql.OverdueHold, static row => (OverdueHold?)new OverdueHold(row.GetString("id"), new AccountId(row.GetString("owner"))), now);

    public async ValueTask<IReadOnlyList<Hold>> FindHolds(IReadOnlyList<string> ids) => await unit.Query(
        OnSqlite ? LedgerSql.FindHoldsOnSqlite : LedgerSql.FindHoldsOnPostgres, ReadHold, TextList.Value(unit.Engine, ids));

    public ValueTask<Hold?> FindHold(string id) => unit.One(LedgerSql.FindHold, static row => (Hold?)ReadHold(row), id);

    private static T[] InOrder<T>(IReadOnlyList<ChartAccount> accounts, List<(string Code, T Value)> rows)
    {
        var ordered = new T[accounts.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            // A list of some accounts is searched faster than a dictionary is built. An account without entries has no row.
            var code = accounts[i].Code;
            ordered[i] = rows.Find(row => row.Code == code).Value;
        }

        return ordered;
    }

    private static Hold ReadHold(IRow row) => new(row.GetString("id"), row.GetUsd("open"), row.GetInstant("expires_at"));

    private static void Verify(Journal journal)
    {
        if (journal.Lines.Count is < 2 or > JournalNumber.LinesPerJournal)
        {
            throw new ArgumentException($"A journal has 2 to {JournalNumber.LinesPerJournal} lines.", nameof(journal));
        }

        if (journal.Source is { } source && !JournalSource.IsKnown(source))
        {
            throw new ArgumentException($"Journal {journal.Type} has a source without a type: {source}.", nameof(journal));
        }

        if (!JournalTypes.IsKnown(journal.Type) || (!JournalTypes.IsVisible(journal.Type) && journal.Lines.Any(IsOfCustomer)))
        {
            throw new ArgumentException($"Journals of type {journal.Type} are not declared with such lines.", nameof(journal));
        }

        var sum = journal.Lines.Aggregate(Usd.Zero, (total, line) => total + line.Amount);
        if (sum != Usd.Zero || journal.Lines.Any(line => line.Account.Mode != journal.Mode))
        {
            throw new ArgumentException($"Journal {journal.Type} does not balance within its book.", nameof(journal));
        }

        if (!journal.OperationKey.Contains(Journal.HoldMark, StringComparison.Ordinal)
            && journal.Lines.Any(line => line.Account.Class.Code == Chart.CardHeldCode && line.Growth < Usd.Zero))
        {
            throw new ArgumentException($"Journal {journal.Type} does not say of which hold it is.", nameof(journal));
        }
    }

    private static bool IsOfCustomer(JournalLine line) => VisibleAccounts.NameOf(line.Account.Class.Code) is not null;

    private async ValueTask<string> Append(Journal journal, List<PostedLine> lines)
    {
        var head = await Head();
        var number = JournalNumber.Of(lane.Number, head.Sequence + 1, journal.Mode);
        var actor = call.Caller.CredentialId.Length == 0 ? SystemActor : call.Caller.CredentialId;
        var postedAt = await PostedAt(lines);
        var entries = new HashedLine[lines.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = HashedLine.Of(JournalNumber.Entry(number, i), lines[i]);
        }

        var hash = JournalHash.Compute(
            head.Hash, new HashedJournal(number, journal.Type, journal.OperationKey, journal.Source, journal.Mode, postedAt, postedAt, actor), entries);
        await unit.Batch.Insert(
            LedgerSql.Journals, number, journal.Type, journal.OperationKey, journal.Source, journal.Mode, postedAt, postedAt, actor, head.Hash,
            hash);
        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, account) = (entries[i], lines[i].Line.Account);
            await unit.Batch.Insert(
                LedgerSql.Entries, entry.No, entry.AccountNo, entry.Amount, entry.BalanceAfter, entry.AccountSeq, postedAt,
                OwnerKey.Of(account.Class.Code, entry.Owner, journal.Mode));
        }

        call.AddEffect(JournalReference.Of(number, postedAt.ToUnixTimeMilliseconds()));
        head.Sequence++;
        head.Hash = hash;
        return LedgerIds.Journal(hash, postedAt.ToUnixTimeMilliseconds());
    }

    // The time is now, or later when a clock ahead of this one moved an account of the journal. So the entries of an account have the same
    // order by time and by sequence, and the balance at a time is one index seek.
    private async ValueTask<DateTimeOffset> PostedAt(List<PostedLine> lines)
    {
        var latest = lines.Max(line => line.MovedAt);
        foreach (var line in lines)
        {
            if (line.MovedAt < latest)
            {
                await unit.Batch.Write(LedgerSql.MoveOn, latest, line.AccountNo);
            }
        }

        return latest;
    }

    private async ValueTask<LaneHead> Head()
    {
        var head = Heads.GetOrCreateValue(lane.Connection);
        if (head.Rollbacks != lane.Rollbacks)
        {
            var last = await unit.Query(
                LedgerSql.LaneHead, static row => (No: row.GetInt64("no"), Hash: row.GetBytes("hash")),
                JournalNumber.First(lane.Number), JournalNumber.First(lane.Number + 1));
            head.Sequence = last.Count == 0 ? 0 : JournalNumber.SequenceOf(last[0].No);
            head.Hash = last.Count == 0 ? JournalHash.Genesis : last[0].Hash;
            head.Rollbacks = lane.Rollbacks;
        }

        return head;
    }

    // Each credit first pays the receivable of its owner. The sweep is a separate journal in the same transaction.
    private async ValueTask Sweep(Journal journal, Dictionary<string, Usd> balances)
    {
        foreach (var line in journal.Lines.Where(line => line.Account.Class.IsSwept && line.Growth > Usd.Zero))
        {
            var receivable = Chart.Receivable(line.Account.Owner, journal.Mode);
            var owed = await LockedBalance(receivable);
            var paid = Usd.Min(owed, balances[line.Account.Code]);
            if (paid > Usd.Zero)
            {
                var swept = await Post(new Journal(
                        JournalTypes.ReceivableSweep, $"sweep:{journal.OperationKey}:{line.Account.Code}", journal.Mode, journal.Source)
                    .Debit(line.Account, paid)
                    .Credit(receivable, paid));
                balances[line.Account.Code] = swept.BalanceOf(line.Account);
            }
        }
    }
}
