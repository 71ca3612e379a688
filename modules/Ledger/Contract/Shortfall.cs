using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The reason why a journal was not posted: an account would have fallen below its floor.</summary>
/// <param name="Account">The account.</param>
/// <param name="Required">The amount that the journal takes from it.</param>
/// <param name="Available">The balance.</param>
public sealed record Shortfall(ChartAccount Account, Usd Required, Usd Available);
