namespace Cryptocardium.Ledger.Contract;

/// <summary>The last journal of a lane.</summary>
/// <param name="Lane">The number of the lane.</param>
/// <param name="Sequence">The count of its journals.</param>
/// <param name="Hash">The hash of the last one, in hexadecimal.</param>
public sealed record LedgerHead(int Lane, long Sequence, string Hash);
