namespace Cryptocardium.Treasury.Simulator;

// What became of a simulated chain: its height, how many blocks it lost, and whose transfers left it or came back.
internal sealed record Reorganization(long Height, int BlocksLost, IReadOnlyList<string> Addresses);
