namespace Cryptocardium.Ledger.Data;

// The lanes whose noted end changes with this walk.
internal sealed record WalkedLanes(IReadOnlyList<ScannedLane> Changed);
