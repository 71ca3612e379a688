using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>Money reserved for an authorization. The open amounts of the holds of a card sum to its held account.</summary>
/// <param name="Id">The id of the authorization.</param>
/// <param name="Open">The amount that is still held; zero after capture, reversal or expiry.</param>
/// <param name="ExpiresAt">The time at which it expires.</param>
public sealed record Hold(string Id, Usd Open, DateTimeOffset ExpiresAt);
