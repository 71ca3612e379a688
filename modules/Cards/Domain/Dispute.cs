using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A customer's case to get a capture back. While it is open, its amount is credited provisionally and locked.
internal sealed class Dispute : IOfCard
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; init; }

    public required string TransactionId { get; init; }

    public required string Reason { get; init; }

    public required string NetworkReasonCode { get; init; }

    public required string Description { get; init; }

    public required Usd Amount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Status { get; private set; } = DisputeState.Opened;

    public string Phase { get; private set; } = DisputePhase.Filed;

    public string? Outcome { get; private set; }

    /// <summary>The provisional credit: the amount less refunds; zero once closed.</summary>
    public Usd Provisional { get; private set; }

    /// <summary>The amount credited by a won dispute.</summary>
    public Usd? Credited { get; private set; }

    /// <summary>The deadline of the phase; null once closed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether the customer added evidence in this phase.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>The time of the merchant's answer; null without one.</summary>
    public DateTimeOffset? RespondedAt { get; private set; }

    public int EvidenceCount { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsOpen => Outcome is null;

    public bool TakesEvidence => IsOpen && DisputeTree.IsCustomersTurn(Phase);

    /// <summary>Opens the dispute with its provisional credit.</summary>
    public void Open()
    {
        Provisional = Amount;
        Enter(DisputePhase.Filed, CreatedAt);
    }

    /// <summary>Enters a phase.</summary>
    /// <exception cref="InvalidOperationException">The dispute is closed.</exception>
    public void Enter(string phase, DateTimeOffset now)
    {
        RequireOpen();
        Phase = phase;
        DueAt = now + DisputeTree.Window(phase);
        IsAnswered = false;
        UpdatedAt = now;
        if (phase == DisputePhase.Representment)
        {
            Status = DisputeState.Responded;
            RespondedAt = now;
        }
    }

    /// <summary>Closes the dispute.</summary>
    /// <returns>The provisional credit until now.</returns>
    /// <exception cref="InvalidOperationException">The dispute is closed.</exception>
    public Usd Close(string end, DateTimeOffset now)
    {
        RequireOpen();
        var credit = Provisional;
        Outcome = end;
        Status = DisputeOutcomes.IsWon(end) ? DisputeState.Won : DisputeState.Lost;
        Credited = DisputeOutcomes.IsWon(end) ? credit : null;
        Provisional = Usd.Zero;
        DueAt = null;
        UpdatedAt = now;
        return credit;
    }

    /// <summary>Reduces the provisional credit by a merchant's refund.</summary>
    /// <returns>The reduction.</returns>
    public Usd Refund(Usd amount, DateTimeOffset now)
    {
        RequireOpen();
        var returned = Usd.Min(amount, Provisional);
        Provisional -= returned;
        UpdatedAt = now;
        return returned;
    }

    /// <exception cref="InvalidOperationException">It is not the customer's turn.</exception>
    public void AddEvidence(DateTimeOffset now)
    {
        if (!TakesEvidence)
        {
            throw new InvalidOperationException($"{Id} takes no evidence.");
        }

        EvidenceCount++;
        IsAnswered = true;
        UpdatedAt = now;
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"{Id} is closed.");
        }
    }
}
