using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Stores the last verified journal of each lane and its fault.
internal sealed class VerifiedLanes(UnitOfWork unit) : ILedgerAudit
{
    private const long NoJournal = -1;

    private static readonly Statement Select = new("SELECT lane, sequence, hash, bad_no, fault FROM ledger_verified ORDER BY lane");

    private static readonly Statement SelectHead = new(
        "SELECT lane, sequence, hash, verified_at FROM ledger_verified WHERE sequence > 0 ORDER BY lane");

    private static readonly Statement SelectFaults = new(
        """
        SELECT v.bad_no, v.fault, j.type, j.posted_at, j.hash FROM ledger_verified v LEFT JOIN ledger_journal j ON j.no = v.bad_no
        WHERE v.fault IS NOT NULL ORDER BY v.lane
        """);

    // Another node may have verified more: its progress is kept, unless this scan found a fault. A stored fault is only replaced by a scan
    // that checked the same journal again.
    private static readonly Statement Upsert = new(
        """
        INSERT INTO ledger_verified (lane, sequence, hash, verified_at, bad_no, fault, found_at)
        VALUES (@lane, @sequence, @hash, @now, @bad_no, @fault, @found_at)
        ON CONFLICT (lane) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, verified_at = excluded.verified_at,
            bad_no = excluded.bad_no, fault = excluded.fault, found_at = excluded.found_at
        WHERE (ledger_verified.fault IS NULL OR ledger_verified.bad_no = @rechecked_no)
          AND (excluded.fault IS NOT NULL OR ledger_verified.sequence <= excluded.sequence)
        """,
        "lane", "sequence", "hash", "now", "bad_no", "fault", "found_at", "rechecked_no");

    public ValueTask<List<VerifiedLane>> Read() => unit.Query(Select, ReadLane);

    /// <summary>The state of all lanes up to which the verifier found them right; null before its first scan.</summary>
    public async ValueTask<VerifiedHead?> Head() => VerifiedHead.Of(await unit.Query(
        SelectHead,
        static row => (row.GetInt32("lane"), row.GetInt64("sequence"), new UnverifiedRow(row).Bytes("hash"), row.GetInstant("verified_at"))));

    public async ValueTask Store(ScannedLane scanned)
    {
        var (lane, recheckedNo) = scanned;
        await unit.Execute(
            Upsert, lane.Lane, lane.Sequence, lane.Hash, unit.Now, lane.BadNo, lane.Fault, lane.Fault is null ? null : unit.Now, recheckedNo ?? NoJournal);
    }

    public async ValueTask<IReadOnlyList<LedgerFault>> Faults() => await unit.Query(SelectFaults, static row => FaultAt(
        row.GetInt64("bad_no"), row.GetString("fault"), row.GetText("type") ?? "", row.IsDBNull("posted_at") ? null : row.GetInt64("posted_at"),
        new UnverifiedRow(row).Bytes("hash")));

    /// <summary>A fault at the number of a journal. The time is null when the journal is missing.</summary>
    public static LedgerFault FaultAt(long number, string what, string type, long? postedAt, byte[] hash) => new(
        postedAt is { } time ? LedgerIds.Journal(hash, time) : "", JournalNumber.LaneOf(number), JournalNumber.SequenceOf(number), type, what);

    private static VerifiedLane ReadLane(IRow row) => new(
        row.GetInt32("lane"), row.GetInt64("sequence"), new UnverifiedRow(row).Bytes("hash"),
        row.IsDBNull("bad_no") ? null : row.GetInt64("bad_no"), row.GetText("fault"));
}
