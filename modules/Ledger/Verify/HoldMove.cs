namespace Cryptocardium.Ledger.Verify;

// An entry of a held account: which hold it moves and by how much. The one that placed the hold comes with the hold's row.
internal readonly record struct HoldMove(string Hold, UnverifiedHold? Row, long PostedAt, long AccountSeq, long Amount, long JournalNo);
