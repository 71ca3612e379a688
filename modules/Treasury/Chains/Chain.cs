using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;

namespace Cryptocardium.Treasury.Chains;

// A chain that top-ups can arrive on and withdrawals can leave over. The network fee is what a withdrawal is charged; transfer gas
// is what a transfer of the token usually costs us.
internal sealed record Chain(
    string Key, string Name, AddressFormat Format, int RequiredConfirmations, Token Token, Usd NetworkFeeUsd, Usd TransferGas);
