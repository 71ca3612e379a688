namespace Cryptocardium.Ledger.Verify;

// An entry of a held account, with the hold that it changes. The entry that placed the hold comes with the row of the hold.
internal readonly record struct HoldMove(string Hold, UnverifiedHold? Row, long PostedAt, long AccountSeq, long Amount, long JournalNo);
