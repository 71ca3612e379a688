using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;

namespace Cryptocardium.Treasury.Domain;

// An announced payment to a deposit address, and its outcome.
internal sealed class Topup : IOwnedInMode
{
    // Top-ups of this amount and above are live (product documentation, "Testing & sandbox").
    public static readonly Usd LiveFrom = Usd.FromDollars(200);

    public static readonly Usd Minimum = Usd.FromDollars(20);

    // A smaller deposit is credited, but does not complete the top-up.
    public static readonly Usd LeastThatCompletes = Usd.FromDollars(1);

    // Until expiry (product documentation, "Top-ups").
    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(60);

    public required string Id { get; init; }

    public AccountId AccountId { get; init; }

    public Mode Mode { get; init; }

    public TopupStatus Status { get; private set; }

    public Usd AmountUsd { get; init; }

    public required string Asset { get; init; }

    public required string Chain { get; init; }

    public required string DepositAddress { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    // Confirmations of the newest deposit, capped at the required number.
    public int Confirmations { get; private set; }

    public int RequiredConfirmations { get; init; }

    // The sum of all credited deposits, whether or not they completed the top-up.
    public Usd CreditedUsd { get; private set; }

    public bool CreditedLate { get; private set; }

    // Whether it has a deposit that is not final. Such a top-up does not expire and cannot be cancelled.
    public bool AwaitsFinality { get; private set; }

    // The number of recorded observations. An observation that was made at a lower count is out of date.
    public long Observations { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    // Compares the credited with the announced amount; null unless completed.
    public string? PaymentAccuracy => Status != TopupStatus.Completed ? null
        : CreditedUsd == AmountUsd ? "exact"
        : CreditedUsd < AmountUsd ? "underpaid"
        : "overpaid";

    public static Mode ModeOf(Usd amount) => amount < LiveFrom ? Mode.Sandbox : Mode.Live;

    public static Topup Open(TopupId id, AccountId account, Usd amount, Chain chain, string address, DateTimeOffset now) =>
        new()
        {
            Id = id.Value,
            AccountId = account,
            Mode = ModeOf(amount),
            AmountUsd = amount,
            Asset = chain.Token.Asset,
            Chain = chain.Key,
            DepositAddress = address,
            RequiredConfirmations = chain.RequiredConfirmations,
            ExpiresAt = now + OpenFor,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public bool IsOverdue(DateTimeOffset now) => Status == TopupStatus.Pending && !AwaitsFinality && now >= ExpiresAt;

    public bool CanBeCancelled(DateTimeOffset now) => Status == TopupStatus.Pending && !AwaitsFinality && now < ExpiresAt;

    public void Cancel(DateTimeOffset now) => Close(CanBeCancelled(now), TopupStatus.Cancelled, now);

    public void Expire(DateTimeOffset now) => Close(IsOverdue(now), TopupStatus.Expired, now);

    public void CountObservation() => Observations++;

    // Updates the confirmations of the newest deposit, and whether a deposit is not final yet.
    public void Watch(int confirmations, bool awaitsFinality, DateTimeOffset now)
    {
        var counted = Math.Min(confirmations, RequiredConfirmations);
        UpdatedAt = (Confirmations, AwaitsFinality) == (counted, awaitsFinality) ? UpdatedAt : now;
        Confirmations = counted;
        AwaitsFinality = awaitsFinality;
    }

    // Credits a final deposit.
    public Credit Receive(Usd received, DateTimeOffset now)
    {
        var amount = received.FloorToCents();
        var completes = Status != TopupStatus.Completed && received >= LeastThatCompletes;
        var credit = new Credit
        {
            Amount = amount,
            Rest = received - amount,
            Settles = completes && Status == TopupStatus.Pending,
            Completes = completes,
        };
        CreditedUsd += amount;
        CreditedLate |= completes && Status != TopupStatus.Pending;
        Status = completes ? TopupStatus.Completed : Status;
        UpdatedAt = now;
        return credit;
    }

    // A final deposit cannot be settled. A completed top-up stays completed.
    public Failure Fail(DateTimeOffset now)
    {
        var failure = new Failure(Releases: Status == TopupStatus.Pending, IsNew: Status is not (TopupStatus.Completed or TopupStatus.Error));
        Status = failure.IsNew ? TopupStatus.Error : Status;
        UpdatedAt = now;
        return failure;
    }

    // Subtracts a deposit that an operator removed. A completed top-up stays completed, because topup.confirmed was sent.
    public void ReverseCredit(Usd received, DateTimeOffset now)
    {
        CreditedUsd -= received.FloorToCents();
        UpdatedAt = now;
    }

    private void Close(bool allowed, TopupStatus status, DateTimeOffset now)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Top-up {Id} is {Status} and cannot become {status}.");
        }

        Status = status;
        UpdatedAt = now;
    }
}
