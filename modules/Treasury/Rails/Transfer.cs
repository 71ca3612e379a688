using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// A token transfer as a chain reports it.
internal sealed record Transfer
{
    public required string TxHash { get; init; }

    // Which transfer of the transaction.
    public required int TxIndex { get; init; }

    public required string Token { get; init; }

    public required TokenAmount Amount { get; init; }

    public required string Sender { get; init; }

    // The block it stands in, and the blocks on top of that one.
    public required long Block { get; init; }

    public required int Confirmations { get; init; }

    // The custodian cannot settle it: what arrived goes back.
    public required bool CannotSettle { get; init; }

    // Whether a deposit was written down for this transfer.
    public bool Is(Deposit deposit) => TxHash == deposit.TxHash && TxIndex == deposit.TxIndex;
}
