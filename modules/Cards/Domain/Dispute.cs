using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A captured payment that the customer wants back. While it is open, what it is about is credited, but locked.
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

    /// <summary>Credited and locked: the amount, less what the merchant refunds meanwhile; zero once closed.</summary>
    public Usd Provisional { get; private set; }

    /// <summary>What a won dispute brought.</summary>
    public Usd? Credited { get; private set; }

    /// <summary>When the phase's deadline passes; null once closed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether the customer added evidence in this phase.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>When the merchant answered; null when it did not.</summary>
    public DateTimeOffset? RespondedAt { get; private set; }

    public int EvidenceCount { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsOpen => Outcome is null;

    public bool TakesEvidence => IsOpen && DisputeTree.IsCustomersTurn(Phase);

    /// <summary>Begins it, with its credit.</summary>
    public void Open()
    {
        Provisional = Amount;
        Enter(DisputePhase.Filed, CreatedAt);
    }

    /// <summary>Goes on to another phase.</summary>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
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

    /// <summary>Ends it.</summary>
    /// <returns>What was locked, and is now the customer's or claimed back no longer.</returns>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
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

    /// <summary>The merchant gives money back: so much less is in dispute.</summary>
    /// <returns>By how much the credit shrinks.</returns>
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
