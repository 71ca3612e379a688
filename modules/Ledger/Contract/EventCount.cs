using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The number of events of some types together that the outbox must contain.</summary>
/// <param name="Expected">The expected number.</param>
/// <param name="Types">The event types.</param>
public sealed record EventCount(long Expected, params IReadOnlyList<EventType> Types);
