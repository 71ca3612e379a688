using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Treasury.Domain;

// An outbound transfer. Its id is the id of its withdrawal or, for a refund, of its deposit.
internal sealed class Payout : IOwnedInMode
{
    private static readonly Backoff AfterFailure = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));

    // Longer, because each failed transfer costs gas.
    private static readonly Backoff AfterFailedTransfer = new(TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));

    private Lease lease;

    public required string Id { get; init; }

    public PayoutKind Kind { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public required string Chain { get; init; }

    public required string ToAddress { get; init; }

    public required string Token { get; init; }

    // Text, because tokens with 18 decimals exceed 64 bits.
    public required string Units { get; init; }

    public int Decimals { get; init; }

    // The amount that the ledger account of the chain loses; zero for a token that is in no ledger account.
    public Usd Booked { get; init; }

    // The network fee.
    public Usd Fee { get; init; }

    public PayoutState State { get; private set; }

    // The number of the transfer among those of the paying wallet; a chain includes one transfer per nonce.
    public long? Nonce { get; private set; }

    public byte[]? SignedBytes { get; private set; }

    public string? TxHash { get; private set; }

    // The four columns of the lease. Only a signed payout has a holder.
    public DateTimeOffset? LeaseUntil
    {
        get => lease.HeldUntil;
        private set => lease = lease with { HeldUntil = value };
    }

    public long Fence
    {
        get => lease.Fence;
        private set => lease = lease with { Fence = value };
    }

    public DateTimeOffset NotBefore
    {
        get => lease.DueAt;
        private set => lease = lease with { DueAt = value };
    }

    public int Failures
    {
        get => lease.Failures;
        private set => lease = lease with { Failures = value };
    }

    // The number of its transfers that failed for good. Each new transfer has its own nonce and bytes.
    public int FailedTransfers { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Usd Charged => Booked + Fee;

    public bool IsOpen => State is PayoutState.Held or PayoutState.Signed or PayoutState.Sent;

    public bool IsDue(DateTimeOffset now) => State == PayoutState.Held && lease.IsDue(now);

    public bool IsLeaseExpired(DateTimeOffset now) => State == PayoutState.Signed && lease.IsAbandoned(now);

    public static Payout Of(Withdrawal withdrawal, WithdrawalTerms terms, TimeSpan delay)
    {
        var token = terms.Chain.Token;
        return new Payout
        {
            Id = withdrawal.Id,
            Kind = PayoutKind.Withdrawal,
            AccountId = withdrawal.AccountId,
            Mode = withdrawal.Mode,
            Chain = withdrawal.Chain,
            ToAddress = withdrawal.Address,
            Token = token.Asset,
            Units = Text(TokenAmount.From(withdrawal.NetUsd, token.Decimals)),
            Decimals = token.Decimals,
            Booked = withdrawal.NetUsd,
            Fee = withdrawal.NetworkFeeUsd,
            NotBefore = withdrawal.CreatedAt + delay,
            CreatedAt = withdrawal.CreatedAt,
            UpdatedAt = withdrawal.CreatedAt,
        };
    }

    public static Payout Of(Deposit deposit, string sender, TokenAmount amount, Usd booked, DateTimeOffset now) => new()
    {
        Id = deposit.Id,
        Kind = PayoutKind.Refund,
        AccountId = deposit.AccountId,
        Mode = deposit.Mode,
        Chain = deposit.Chain,
        ToAddress = sender,
        Token = deposit.Asset,
        Units = Text(amount),
        Decimals = amount.Decimals,
        Booked = booked,
        NotBefore = now,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Sign(long nonce, byte[] bytes, string txHash, TimeSpan holdFor, DateTimeOffset now)
    {
        Move(PayoutState.Held, PayoutState.Signed, now);
        Nonce = nonce;
        SignedBytes = bytes;
        TxHash = txHash;
        lease = lease.Claim(holdFor, now);
    }

    // Claims the payout from a holder whose lease has expired.
    public void Reclaim(TimeSpan holdFor, DateTimeOffset now)
    {
        var claimed = lease.Claim(holdFor, now);
        Move(PayoutState.Signed, PayoutState.Signed, now);
        lease = claimed;
    }

    public void MarkSent(DateTimeOffset now)
    {
        Move(PayoutState.Signed, PayoutState.Sent, now);
        lease = lease.Release(now);
    }

    public void Confirm(DateTimeOffset now) => Move(PayoutState.Sent, PayoutState.Confirmed, now);

    public void Fail(DateTimeOffset now) => Move(PayoutState.Sent, PayoutState.Failed, now);

    // A refund whose transfer failed is still owed, so it is signed again, after a back-off.
    public void TryAgain(DateTimeOffset now)
    {
        Move(PayoutState.Sent, PayoutState.Held, now);
        (Nonce, SignedBytes, TxHash) = (null, null, null);
        FailedTransfers++;
        lease = lease.Release(now + AfterFailedTransfer.After(FailedTransfers));
    }

    // Releases the claim and starts the back-off.
    public void SetAside(DateTimeOffset now)
    {
        lease = lease.SetAside(AfterFailure, now);
        UpdatedAt = now;
    }

    // Stops an unsigned payout because of its address.
    public void Block(DateTimeOffset now) => Move(PayoutState.Held, PayoutState.Failed, now);

    public void Cancel(DateTimeOffset now) => Move(PayoutState.Held, PayoutState.Cancelled, now);

    private static string Text(TokenAmount amount) => amount.Units.ToString(CultureInfo.InvariantCulture);

    private void Move(PayoutState from, PayoutState to, DateTimeOffset now)
    {
        if (State != from)
        {
            throw new InvalidOperationException($"Payout {Id} is {State}, not {from}.");
        }

        State = to;
        lease = from == to ? lease : lease.Succeed();
        UpdatedAt = now;
    }
}
