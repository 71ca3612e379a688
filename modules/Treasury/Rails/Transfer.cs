using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// A token transfer as a chain reports it. Confirmations are the blocks on top of its own.
internal sealed record Transfer(string TxHash, int TxIndex, string Token, TokenAmount Amount, int Confirmations);
