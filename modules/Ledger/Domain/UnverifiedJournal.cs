namespace Cryptocardium.Ledger.Domain;

// A journal as the database has it now, with all its entries.
internal sealed record UnverifiedJournal(HashedJournal Facts, byte[] PrevHash, byte[] Hash, IReadOnlyList<UnverifiedEntry> Lines)
{
    /// <summary>The column, if there is one, that holds what cannot be in it.</summary>
    public string? Unreadable { get; init; }
}
