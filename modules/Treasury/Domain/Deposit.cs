using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Domain;

// A transfer to the address of a top-up, as its chain showed it.
internal sealed class Deposit : IOwnedInMode
{
    public required string Id { get; init; }

    public required string TopupId { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public required string Chain { get; init; }

    public required string TxHash { get; init; }

    // The index of the transfer in its transaction, which can pay several addresses.
    public int TxIndex { get; init; }

    // The sender, as the chain shows it; empty if unknown.
    public string Sender { get; private set; } = "";

    public required string Asset { get; init; }

    // The amount in micro-dollars, fractions of a cent included. An asset that is not credited counts as one dollar each.
    public Usd Received { get; init; }

    public DepositStatus Status { get; private set; }

    // The time of the next attempt to decide on it; null unless a decision was postponed.
    public DateTimeOffset? LookAt { get; private set; }

    // The time since when its chain no longer shows it. A credited deposit stays credited until an operator removes it.
    public DateTimeOffset? VanishedAt { get; private set; }

    // The number of times that an operator has removed it from the ledger.
    public int Removals { get; private set; }

    // The transfer that returned it to its sender.
    public string? RefundTxHash { get; private set; }

    public DateTimeOffset DetectedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    // The ledger posts each key once, however often the chain reports the transfer. A removal changes the key, so it can be posted again.
    public string OperationKey => Removals == 0 ? ChainKey : $"{ChainKey}:again:{Removals}";

    public string RemovalKey => $"{ChainKey}:{Removals}";

    private string ChainKey => $"dep:{Chain}:{TxHash}:{TxIndex}";

    public void Credit(DateTimeOffset now) => Move(now, DepositStatus.Credited, DepositStatus.Detected, DepositStatus.Held);

    public void Reject(DateTimeOffset now) => Move(now, DepositStatus.Rejected, DepositStatus.Detected, DepositStatus.Held);

    public void Hold(DateTimeOffset now) => Move(now, DepositStatus.Held, DepositStatus.Detected);

    public void Return(string refundTxHash, DateTimeOffset now)
    {
        Move(now, DepositStatus.Returned, DepositStatus.Rejected);
        RefundTxHash = refundTxHash;
    }

    public void Remove(DateTimeOffset now)
    {
        Move(now, DepositStatus.Dropped, DepositStatus.Credited);
        Removals++;
    }

    // The chain shows the transfer.
    public void Appear(string sender, DateTimeOffset now)
    {
        Sender = Sender.Length == 0 ? sender : Sender;
        VanishedAt = null;
        LookAt = null;
        if (Status == DepositStatus.Dropped)
        {
            Move(now, DepositStatus.Detected, DepositStatus.Dropped);
        }
    }

    // The chain no longer shows the transfer.
    public void Vanish(DateTimeOffset now)
    {
        VanishedAt ??= now;
        if (Status == DepositStatus.Detected)
        {
            Move(now, DepositStatus.Dropped, DepositStatus.Detected);
        }
    }

    public void Postpone(DateTimeOffset until) => LookAt = until;

    private void Move(DateTimeOffset now, DepositStatus to, params ReadOnlySpan<DepositStatus> from)
    {
        if (!from.Contains(Status))
        {
            throw new InvalidOperationException($"Deposit {Id} is {Status} and cannot become {to}.");
        }

        Status = to;
        LookAt = null;
        UpdatedAt = now;
    }
}
