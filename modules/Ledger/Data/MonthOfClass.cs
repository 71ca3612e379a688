using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// The sums of a month over the ledger accounts of a customer that have one class.
internal sealed record MonthOfClass(string Class, Usd Opening, Usd Closing, Usd Grown, long EntryCount)
{
    public string Name => VisibleAccounts.NameOf(Class)!;

    public Usd Shrunk => Opening + Grown - Closing;

    /// <summary>The share of a balance in the money of the customer: receivables count negative.</summary>
    public Usd Worth(Usd balance) => VisibleAccounts.IsOwed(Class) ? -balance : balance;
}
