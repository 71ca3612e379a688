namespace Cryptocardium.Treasury.Chains;

// A token that is credited. The contract address tells it from other tokens of the same name.
internal sealed record Token(string Asset, string Name, string ContractAddress, int Decimals);
