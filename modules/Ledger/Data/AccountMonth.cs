using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// What a stretch of time did to one account.
internal readonly record struct AccountMonth(long AccountNo, Usd Opening, Usd Closing, Usd Grown, long EntryCount)
{
    public Usd Shrunk => Opening + Grown - Closing;
}
