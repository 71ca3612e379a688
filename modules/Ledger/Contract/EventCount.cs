using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>How many events of some types, taken together, the outbox must hold.</summary>
/// <param name="Expected">How often it happened.</param>
/// <param name="Types">The types of event that tell of it.</param>
public sealed record EventCount(long Expected, params IReadOnlyList<EventType> Types);
