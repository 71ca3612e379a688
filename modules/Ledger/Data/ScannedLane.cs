namespace Cryptocardium.Ledger.Data;

// The result of a scan. RecheckedNo is the journal of the stored fault that the scan checked again.
internal sealed record ScannedLane(VerifiedLane To, long? RecheckedNo);
