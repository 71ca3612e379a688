using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Domain;

// A transfer to the address of a top-up, as it was seen on its chain.
internal sealed class Deposit : IOwnedInMode
{
    public required string Id { get; init; }

    public required string TopupId { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public required string Chain { get; init; }

    public required string TxHash { get; init; }

    // Which transfer of the transaction; one transaction can pay several addresses.
    public int TxIndex { get; init; }

    // Who sent it, as the chain says; empty while that is not known.
    public string Sender { get; private set; } = "";

    public required string Token { get; init; }

    // What arrived, in micro-dollars; sub-cents included. For a token that is not credited, its count at one dollar each.
    public Usd Received { get; init; }

    public DepositStatus Status { get; private set; }

    // When to look at it again although nothing happened on its chain: a decision could not be made.
    public DateTimeOffset? LookAt { get; private set; }

    // Since when its chain no longer shows it. Of a credited one nothing is taken back for that; reconciliation reports it.
    public DateTimeOffset? VanishedAt { get; private set; }

    // How often an operator took it back out of the books.
    public int Removals { get; private set; }

    // The transfer that brought it back to its sender.
    public string? RefundTxHash { get; private set; }

    public DateTimeOffset DetectedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    // A chain reports a transfer as often as it is asked; the ledger takes this key once, and once more after each removal.
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

    // Its chain shows it, and says who sent it.
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

    // Its chain shows it no longer.
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
