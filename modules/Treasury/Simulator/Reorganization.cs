namespace Cryptocardium.Treasury.Simulator;

// The result of a reorganization: the new height, the number of removed blocks, and the addresses of removed or returned transfers.
internal sealed record Reorganization(long Height, int BlocksLost, IReadOnlyList<string> Addresses);
