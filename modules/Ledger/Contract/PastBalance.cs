using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The balance of a ledger account, of now or before a time.</summary>
/// <param name="Balance">The balance after its last entry, or its last before that time; zero when there was none.</param>
/// <param name="MovedAt">The time of that entry; null when there was none.</param>
public readonly record struct PastBalance(Usd Balance, DateTimeOffset? MovedAt);
