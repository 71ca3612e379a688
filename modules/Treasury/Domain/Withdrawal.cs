using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Treasury.Domain;

// A payment that a customer requested, as the API shows it. The payout with the same id carries it out.
internal sealed class Withdrawal : IOwnedInMode
{
    // Product documentation, "Withdrawals".
    public static readonly Usd Minimum = Usd.FromDollars(10);

    public required string Id { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public WithdrawalStatus Status { get; private set; }

    // Charged to the treasury, network fee included.
    public Usd AmountUsd { get; init; }

    public Usd NetworkFeeUsd { get; init; }

    public required string Asset { get; init; }

    public required string Chain { get; init; }

    public required string Address { get; init; }

    public string? TxHash { get; private set; }

    public FailureReason? FailureReason { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Usd NetUsd => AmountUsd - NetworkFeeUsd;

    public static Withdrawal Create(WithdrawalId id, AccountId account, WithdrawalTerms terms, string address, DateTimeOffset now) => new()
    {
        Id = id.Value,
        AccountId = account,
        Mode = terms.Mode,
        AmountUsd = terms.Amount,
        NetworkFeeUsd = terms.Chain.NetworkFeeUsd,
        Asset = terms.Chain.Token.Asset,
        Chain = terms.Chain.Key,
        Address = address,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Broadcast(string txHash, DateTimeOffset now)
    {
        Move(Status == WithdrawalStatus.Created, WithdrawalStatus.Broadcasted, now);
        TxHash = txHash;
    }

    public void Confirm(DateTimeOffset now) => Move(Status == WithdrawalStatus.Broadcasted, WithdrawalStatus.Confirmed, now);

    public void Fail(FailureReason reason, DateTimeOffset now)
    {
        Move(Status is WithdrawalStatus.Created or WithdrawalStatus.Broadcasted, WithdrawalStatus.Failed, now);
        FailureReason = reason;
    }

    public void Cancel(DateTimeOffset now)
    {
        Move(Status == WithdrawalStatus.Created, WithdrawalStatus.Cancelled, now);
        FailureReason = Domain.FailureReason.Cancelled;
    }

    private void Move(bool allowed, WithdrawalStatus status, DateTimeOffset now)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Withdrawal {Id} is {Status} and cannot become {status}.");
        }

        Status = status;
        UpdatedAt = now;
    }
}
