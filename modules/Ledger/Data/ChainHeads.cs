using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

// Reads the chain heads of all lanes in one statement, so that they are of one moment. An unreadable hash is empty.
internal sealed class ChainHeads(UnitOfWork unit)
{
    // From the last lane down: the last journal before the first number of a lane is the head of a lower lane.
    private static readonly Statement Select = new(
        $"""
         WITH RECURSIVE head(no) AS (
             SELECT MAX(no) FROM ledger_journal
             UNION ALL
             SELECT (SELECT MAX(j.no) FROM ledger_journal j WHERE j.no < (head.no >> {JournalNumber.LaneShift}) << {JournalNumber.LaneShift})
             FROM head WHERE head.no IS NOT NULL)
         SELECT j.no, j.hash FROM head JOIN ledger_journal j ON j.no = head.no ORDER BY j.no
         """);

    public ValueTask<List<ChainHead>> Read() => unit.Query(Select, ReadHead);

    /// <summary>
    /// The heads for an export. The verifier reports an unreadable hash; exporting it would contradict the ledger forever.
    /// </summary>
    public async ValueTask<List<ExportedHead>> ReadExported() =>
        [.. (await Read()).FindAll(static head => head.Hash.Length > 0).Select(static head => head.Exported)];

    private static ChainHead ReadHead(IRow row)
    {
        var number = row.GetInt64("no");
        return new ChainHead(JournalNumber.LaneOf(number), JournalNumber.SequenceOf(number), new UnverifiedRow(row).Bytes("hash"));
    }
}
