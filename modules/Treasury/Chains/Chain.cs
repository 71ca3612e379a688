using Cryptocardium.Treasury.Addresses;

namespace Cryptocardium.Treasury.Chains;

// A chain that top-ups can arrive on.
internal sealed record Chain(string Key, string Name, AddressFormat Format, int RequiredConfirmations, Token Token);
