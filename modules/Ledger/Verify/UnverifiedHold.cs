namespace Cryptocardium.Ledger.Verify;

// The row of a hold as it is read now. Unreadable is the first unreadable column; null when all are readable.
internal sealed record UnverifiedHold(string HeldCode, long Open, DateTimeOffset ExpiresAt, string? Unreadable);
