using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// An entry as the database has it now. Account is null when the row is gone; Before is the account's entry before it, where that was
// asked for and there is one.
internal sealed record UnverifiedEntry(HashedLine Facts, long PostedAt, long? OwnerKey, UnverifiedAccount? Account, EntryBefore? Before)
{
    /// <summary>The column, if there is one, that holds what cannot be in it.</summary>
    public string? Unreadable { get; init; }

    public Usd Growth => Account is { IsDebit: true } ? -Facts.Amount : Facts.Amount;
}

internal readonly record struct EntryBefore(Usd BalanceAfter, long AccountSeq, long PostedAt);
