using Cryptocardium.Ledger.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Handlers;

// A page of a statement's entries, and the accounts of the statement.
internal sealed record StatementPage(IReadOnlyList<CustomerAccount> Accounts, LedgerEntryList Entries);
