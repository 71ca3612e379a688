using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;

namespace Cryptocardium.Treasury.Domain;

// A promise of crypto, and what became of it.
internal sealed class Topup : IOwnedInMode
{
    // From this amount on a top-up is live; product documentation, "Testing & sandbox".
    public static readonly Usd LiveFrom = Usd.FromDollars(200);

    public static readonly Usd Minimum = Usd.FromDollars(20);

    // Less is credited, and completes nothing.
    public static readonly Usd LeastThatCompletes = Usd.FromDollars(1);

    // How long its address is open; product documentation, "Top-ups".
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

    // Of the newest deposit, and no more than required.
    public int Confirmations { get; private set; }

    public int RequiredConfirmations { get; init; }

    // All that arrived and was credited, whether or not it completed the top-up.
    public Usd CreditedUsd { get; private set; }

    public bool CreditedLate { get; private set; }

    // Whether a deposit was seen that is not final yet. Such a top-up neither expires nor can be cancelled.
    public bool AwaitsFinality { get; private set; }

    // How often was written down what its chain shows. Who asked the chain at an earlier count has an answer that is out of date.
    public long Observations { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    // How the credited amount compares to the one asked for; null until there is one to compare.
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

    // What is known of the deposits at its address: how deep the newest lies, and whether one is not final yet.
    public void Watch(int confirmations, bool awaitsFinality, DateTimeOffset now)
    {
        var counted = Math.Min(confirmations, RequiredConfirmations);
        UpdatedAt = (Confirmations, AwaitsFinality) == (counted, awaitsFinality) ? UpdatedAt : now;
        Confirmations = counted;
        AwaitsFinality = awaitsFinality;
    }

    // Takes a deposit that is final.
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

    // A final deposit cannot be settled. What was completed before stays completed.
    public Failure Fail(DateTimeOffset now)
    {
        var failure = new Failure(Releases: Status == TopupStatus.Pending, IsNew: Status is not (TopupStatus.Completed or TopupStatus.Error));
        Status = failure.IsNew ? TopupStatus.Error : Status;
        UpdatedAt = now;
        return failure;
    }

    // Takes back what an operator removed. It stays completed: what was said is not unsaid.
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
