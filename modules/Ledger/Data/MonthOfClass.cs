using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// What a month did to a customer's accounts of one kind.
internal sealed record MonthOfClass(string Class, Usd Opening, Usd Closing, Usd Grown, long EntryCount)
{
    public string Name => VisibleAccounts.NameOf(Class)!;

    public Usd Shrunk => Opening + Grown - Closing;

    /// <summary>What they add to the customer's money: what is owed is taken off.</summary>
    public Usd Worth(Usd balance) => VisibleAccounts.IsOwed(Class) ? -balance : balance;
}
