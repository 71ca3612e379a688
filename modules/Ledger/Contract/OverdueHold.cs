using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>An open hold that has expired.</summary>
/// <param name="Id">The id of the authorization.</param>
/// <param name="Owner">The customer whose money it holds.</param>
public sealed record OverdueHold(string Id, AccountId Owner);
