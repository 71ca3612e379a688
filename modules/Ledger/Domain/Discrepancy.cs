namespace Cryptocardium.Ledger.Domain;

// A difference that reconciliation found. It names ledger accounts and events, never amounts of purchases or secrets.
internal sealed record Discrepancy(string Check, string Subject, long Expected, long Found);
