using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Cards.Domain;

// An order for the issuer, stored in the commit that changes the card. A job sends it and records the issuer's result.
internal sealed class IssuerOperation : IOfCard
{
    public const string IdPrefix = "iop";

    private static readonly Backoff AfterFailure = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));

    private Lease lease;

    // The prefix of the id, which is also the reference for the issuer.
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; init; }

    public required string Kind { get; init; }

    public Usd? AmountUsd { get; init; }

    public string? NewCardId { get; init; }

    public string? IssuedAs { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    // The four columns of the lease.
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

    public DateTimeOffset LookAfter
    {
        get => lease.DueAt;
        init => lease = lease with { DueAt = value };
    }

    public int Failures
    {
        get => lease.Failures;
        private set => lease = lease with { Failures = value };
    }

    // Null until the issuer has confirmed the order.
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool CanBeClaimed(DateTimeOffset now) => ConfirmedAt is null && (lease.IsDue(now) || lease.IsAbandoned(now));

    public void Claim(TimeSpan holdFor, DateTimeOffset now) => lease = lease.Claim(holdFor, now);

    public void Confirm(DateTimeOffset now)
    {
        ConfirmedAt = now;
        lease = lease.Release(now).Succeed();
    }

    public void SetAside(DateTimeOffset now) => lease = lease.SetAside(AfterFailure, now);
}
