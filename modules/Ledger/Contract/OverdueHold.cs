using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>A hold whose time is over.</summary>
/// <param name="Id">The authorisation's id.</param>
/// <param name="Owner">Whose money it holds.</param>
public sealed record OverdueHold(string Id, AccountId Owner);
