namespace Cryptocardium.Ledger.Domain;

// Two things that should agree and do not. Names accounts and events, never amounts of a customer's purchases or secrets.
internal sealed record Discrepancy(string Check, string Subject, long Expected, long Found);
