using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// A token transfer as a chain reports it.
internal sealed record Transfer
{
    public required string TxHash { get; init; }

    // The index of the transfer in its transaction.
    public required int TxIndex { get; init; }

    public required string Token { get; init; }

    public required TokenAmount Amount { get; init; }

    public required string Sender { get; init; }

    // The block of the transfer.
    public required long Block { get; init; }

    // The number of blocks after it.
    public required int Confirmations { get; init; }

    // The custodian cannot settle the transfer, so it is refunded.
    public required bool CannotSettle { get; init; }

    // Whether the deposit is the record of this transfer.
    public bool Is(Deposit deposit) => TxHash == deposit.TxHash && TxIndex == deposit.TxIndex;
}
