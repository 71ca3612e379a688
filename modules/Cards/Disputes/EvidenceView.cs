using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Disputes;

// Converts evidence to its resource.
internal static class EvidenceView
{
    public static V1.Evidence Show(Domain.Evidence evidence) => new()
    {
        Id = evidence.Id,
        CreatedAt = evidence.CreatedAt,
        UpdatedAt = evidence.CreatedAt,
        Mode = evidence.Mode.Text(),
        DisputeId = evidence.DisputeId,
        FileName = evidence.FileName,
        ContentType = evidence.ContentType,
        SizeBytes = evidence.SizeBytes,
        Sha256 = Convert.ToHexStringLower(evidence.Sha256),
    };
}
