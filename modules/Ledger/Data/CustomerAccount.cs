using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// A ledger account of a customer, with its balance and the number of its entries.
internal sealed record CustomerAccount(VisibleAccount Account, Usd Balance, long EntryCount);
