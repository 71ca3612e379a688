using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// A row of ledger_journal. No is lane, sequence and book in one number: see JournalNumber.
internal sealed class JournalRow
{
    public long No { get; set; }

    public required string Type { get; set; }

    public required string OperationKey { get; set; }

    /// <summary>The id of the resource that caused it; null for journals of the program.</summary>
    public string? Source { get; set; }

    public Mode Mode { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public DateTimeOffset EffectiveAt { get; set; }

    public required string Actor { get; set; }

    public required byte[] PrevHash { get; set; }

    public required byte[] Hash { get; set; }
}
