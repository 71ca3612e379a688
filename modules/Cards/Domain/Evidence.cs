using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A file that supports a dispute. The content is stored beside the database.
internal sealed class Evidence : IOwnedInMode
{
    /// <summary>The maximum of files per dispute.</summary>
    public const int PerDisputeMax = 20;

    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string DisputeId { get; init; }

    /// <summary>The customer's name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The type detected in the content.</summary>
    public required string ContentType { get; init; }

    public required long SizeBytes { get; init; }

    public required byte[] Sha256 { get; init; }

    /// <summary>The name in the file store.</summary>
    public required string StoredName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
