using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>What an account held before a time.</summary>
/// <param name="Balance">The balance after its last entry before that time; zero when there was none.</param>
/// <param name="MovedAt">When that entry was posted; null when there was none.</param>
public readonly record struct PastBalance(Usd Balance, DateTimeOffset? MovedAt);
