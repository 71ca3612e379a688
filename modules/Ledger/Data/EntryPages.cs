using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads the entries of a customer in their order. A page costs one index seek for each book, or for each account if few are requested,
// at any depth and for any number of accounts.
internal sealed class EntryPages(UnitOfWork unit)
{
    private static readonly Statement Number = new(
        "SELECT no FROM ledger_account WHERE code = @code AND owner = @owner AND account_seq > 0", "code", "owner");

    private readonly Dictionary<long, VisibleAccount> accounts = [];

    /// <returns>The position of an entry; null when the owner has no entry of this id in these books.</returns>
    public async ValueTask<EntryPoint?> Find(AccountId owner, IReadOnlyList<Mode> modes, string id)
    {
        if (LedgerIds.EntryTime(id) is not { } time)
        {
            return null;
        }

        foreach (var mode in modes)
        {
            foreach (var entry in await At(owner, mode, time))
            {
                if (LedgerIds.Entry(entry.JournalHash, time, JournalNumber.LineOf(entry.No)) == id)
                {
                    return entry.Point;
                }
            }
        }

        return null;
    }

    /// <returns>The month of the first entry of a customer; null when there is none.</returns>
    public async ValueTask<Period?> FirstPeriod(AccountId owner, Mode mode)
    {
        var first = await unit.Query(EntrySql.First, static row => row.GetInstant("posted_at"), OwnerKey.Of(owner.Value, mode), owner);
        return first is [var postedAt] ? Period.Of(postedAt) : null;
    }

    /// <summary>The next entries of a range.</summary>
    public async ValueTask<List<EntryLine>> Read(EntryFilter filter, EntryRange range, int limit)
    {
        var lines = new List<EntryLine>();
        foreach (var mode in filter.IsEmpty ? [] : filter.Modes)
        {
            if (filter.JournalId is { } journal)
            {
                lines.AddRange((await OfJournal(journal, filter.Owner, mode)).Where(line => filter.Matches(line) && range.Contains(line.Point)));
                continue;
            }

            if (filter.Codes(mode) is not { } codes)
            {
                lines.AddRange(await OfOwner(filter, mode, range, limit));
                continue;
            }

            foreach (var code in codes)
            {
                lines.AddRange(await OfAccount(code, filter, range, limit));
            }
        }

        lines.Sort((left, right) => range.Descending ? right.Point.CompareTo(left.Point) : left.Point.CompareTo(right.Point));
        return lines.Count > limit ? lines[..limit] : lines;
    }

    // Few entries have the same time, since it is in milliseconds.
    private ValueTask<List<(long No, EntryPoint Point, byte[] JournalHash)>> At(AccountId owner, Mode mode, long time) => unit.Query(
        EntrySql.AtTime,
        row => (row.GetInt64("no"), new EntryPoint(time, row.GetInt64("account_no"), row.GetInt64("account_seq")), row.GetBytes("hash")),
        OwnerKey.Of(owner.Value, mode), owner, time);

    private async ValueTask<List<EntryLine>> OfJournal(string id, AccountId owner, Mode mode)
    {
        if (LedgerIds.JournalTime(id) is { } time)
        {
            foreach (var entry in await At(owner, mode, time))
            {
                if (LedgerIds.Journal(entry.JournalHash, time) == id)
                {
                    var journal = JournalNumber.OfEntry(entry.No);
                    return await unit.Query(
                        EntrySql.OfJournal, ReadLine, JournalNumber.Entry(journal, 0), JournalNumber.Entry(journal + 1, 0), owner);
                }
            }
        }

        return [];
    }

    private ValueTask<List<EntryLine>> OfOwner(EntryFilter filter, Mode mode, EntryRange range, int limit)
    {
        var (low, high) = range.Bounds;
        return unit.Query(
            range.Descending ? EntrySql.Down : EntrySql.Up, ReadLine, OwnerKey.Of(filter.Owner.Value, mode), filter.Owner, filter.Type ?? "", filter.Class,
            low.PostedAt, low.AccountNo, low.AccountSeq, high.PostedAt, high.AccountNo, high.AccountSeq, limit);
    }

    private async ValueTask<List<EntryLine>> OfAccount(string code, EntryFilter filter, EntryRange range, int limit)
    {
        if (await unit.Query(Number, static row => row.GetInt64("no"), code, filter.Owner) is not [var number])
        {
            return [];
        }

        var (low, high) = range.Of(number);
        return await unit.Query(
            range.Descending ? EntrySql.AccountDown : EntrySql.AccountUp, ReadLine, number, filter.Type ?? "", low.At, low.Seq, high.At, high.Seq, limit);
    }

    private EntryLine ReadLine(IRow row)
    {
        var number = row.GetInt64("account_no");
        if (!accounts.TryGetValue(number, out var account))
        {
            account = VisibleAccount.Of(number, row.GetString("code"), row.GetString("class"), row.GetBoolean("is_debit"));
            accounts.Add(number, account);
        }

        return new EntryLine(
            row.GetInt64("no"), account, row.GetUsd("amount"), row.GetUsd("balance_after"), row.GetInt64("account_seq"), row.GetInt64("posted_at"),
            row.GetString("type"), row.GetInt64("effective_at"), row.GetBytes("hash"), row.GetText("source"),
            row.IsDBNull("fee") ? null : row.GetUsd("fee"));
    }
}
