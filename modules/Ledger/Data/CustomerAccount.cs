using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An account of a customer, what it holds and how many entries made it.
internal sealed record CustomerAccount(VisibleAccount Account, Usd Balance, long EntryCount);
