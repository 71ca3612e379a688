namespace Cryptocardium.Ledger.Data;

// The lanes whose stored row changes with a scan.
internal sealed record ScannedLanes(IReadOnlyList<ScannedLane> Changed);
