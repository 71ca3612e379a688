using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>Why a journal was not posted: an account would have fallen below its floor.</summary>
/// <param name="Account">The account.</param>
/// <param name="Required">What the journal takes from it.</param>
/// <param name="Available">What there is.</param>
public sealed record Shortfall(ChartAccount Account, Usd Required, Usd Available);
