namespace Cryptocardium.Ledger.Verify;

// A hold as the database has it now. Unreadable is the column, if there is one, that holds what cannot be in it.
internal sealed record UnverifiedHold(string HeldCode, long Open, DateTimeOffset ExpiresAt, string? Unreadable);
