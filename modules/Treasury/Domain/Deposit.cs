using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// A transfer to the address of a top-up, as it was seen on its chain.
internal sealed class Deposit
{
    public required string Id { get; init; }

    public required string TopupId { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public required string Chain { get; init; }

    public required string TxHash { get; init; }

    // Which transfer of the transaction; one transaction can pay several addresses.
    public int TxIndex { get; init; }

    public required string Token { get; init; }

    // What arrived, in micro-dollars; sub-cents included. For a token that is not credited, its count at one dollar each.
    public Usd Received { get; init; }

    public DepositStatus Status { get; private set; }

    // The transfer that took it back to its sender.
    public string? RefundTxHash { get; private set; }

    public DateTimeOffset DetectedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    // A chain reports a transfer as often as it is asked; the ledger takes this key once.
    public string OperationKey => $"dep:{Chain}:{TxHash}:{TxIndex}";

    public void Reject(DateTimeOffset now) => Move(DepositStatus.Detected, DepositStatus.Rejected, now);

    public void Credit(DateTimeOffset now) => Move(DepositStatus.Detected, DepositStatus.Credited, now);

    // Of a deposit that was not credited: the refund has reached its sender for good.
    public void Return(string txHash, DateTimeOffset now)
    {
        Move(Status == DepositStatus.Held ? DepositStatus.Held : DepositStatus.Rejected, DepositStatus.Returned, now);
        RefundTxHash = txHash;
    }

    private void Move(DepositStatus from, DepositStatus to, DateTimeOffset now)
    {
        if (Status != from)
        {
            throw new InvalidOperationException($"Deposit {Id} is {Status}, not {from}.");
        }

        Status = to;
        UpdatedAt = now;
    }
}
