using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;

namespace Cryptocardium.Treasury.Chains;

// A chain for top-ups and withdrawals. NetworkFeeUsd is charged for a withdrawal; TransferGas is the usual cost of a token transfer
// to us.
internal sealed record Chain(
    string Key, string Name, AddressFormat Format, int RequiredConfirmations, Token Token, Usd NetworkFeeUsd, Usd TransferGas);
