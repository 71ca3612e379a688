using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// An entry as it is read now. Account is null when its row is missing. Before is the previous entry of the ledger account, if it was
// requested and exists.
internal sealed record UnverifiedEntry(HashedLine Facts, long PostedAt, long? OwnerKey, UnverifiedAccount? Account, EntryBefore? Before)
{
    /// <summary>The first unreadable column; null when all are readable.</summary>
    public string? Unreadable { get; init; }

    public Usd Growth => Account is { IsDebit: true } ? -Facts.Amount : Facts.Amount;
}

internal readonly record struct EntryBefore(Usd BalanceAfter, long AccountSeq, long PostedAt);
