namespace Cryptocardium.Treasury.Chains;

// A token that is credited, and the contract that makes it the real one.
internal sealed record Token(string Asset, string Name, string ContractAddress, int Decimals);
