using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// An account as its owner sees it. Name is what customers call its line of the chart.
internal sealed record CustomerAccount(
    long No, string Name, string? CardId, Mode Mode, bool IsDebit, Usd Balance, long EntryCount, long MovedAt)
{
    /// <summary>What the account adds to the customer's money: what is owed is taken off.</summary>
    public Usd Worth(Usd balance) => IsDebit ? -balance : balance;
}
