using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>Money set aside for an authorisation. The open amounts of a card's holds sum to its held account.</summary>
/// <param name="Id">The authorisation's id.</param>
/// <param name="Open">What is still held; zero when it was captured, reversed or has expired.</param>
/// <param name="ExpiresAt">When it falls back.</param>
public sealed record Hold(string Id, Usd Open, DateTimeOffset ExpiresAt);
