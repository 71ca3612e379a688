using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// The row of a ledger account as it is read now, without its balance.
internal sealed record UnverifiedAccount(
    long No, string Code, string Class, Mode Mode, string Owner, bool IsDebit, bool IsVisible, long? Floor)
{
    /// <summary>The first unreadable column; null when all are readable.</summary>
    public string? Unreadable { get; init; }
}
