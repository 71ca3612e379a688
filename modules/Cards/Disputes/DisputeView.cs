using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Disputes;

// Converts a dispute to its resource.
internal static class DisputeView
{
    public static V1.Dispute Show(Dispute dispute) => new()
    {
        Id = dispute.Id,
        CreatedAt = dispute.CreatedAt,
        UpdatedAt = dispute.UpdatedAt,
        Mode = dispute.Mode.Text(),
        TransactionId = dispute.TransactionId,
        CardId = dispute.CardId,
        Status = dispute.Status,
        Outcome = dispute.Outcome,
        Stage = dispute.Phase,
        Reason = dispute.Reason,
        NetworkReasonCode = dispute.NetworkReasonCode,
        Description = dispute.Description,
        AmountUsd = dispute.Amount,
        ProvisionalCreditUsd = dispute.Provisional,
        CreditedUsd = dispute.Credited,
        EvidenceDueAt = dispute.TakesEvidence ? dispute.DueAt : null,
        ResponseDueAt = dispute.TakesEvidence ? null : dispute.DueAt,
        EvidenceCount = dispute.EvidenceCount,
    };
}
