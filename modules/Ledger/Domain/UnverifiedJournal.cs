namespace Cryptocardium.Ledger.Domain;

// A journal with all its entries as it is read now.
internal sealed record UnverifiedJournal(HashedJournal Facts, byte[] PrevHash, byte[] Hash, IReadOnlyList<UnverifiedEntry> Lines)
{
    /// <summary>The first unreadable column; null when all are readable.</summary>
    public string? Unreadable { get; init; }
}
