using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// What a customer shows for a dispute; its content is a file beside the database.
internal sealed class Evidence : IOwnedInMode
{
    /// <summary>Files that a dispute takes.</summary>
    public const int PerDisputeMax = 20;

    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string DisputeId { get; init; }

    /// <summary>What the customer calls it.</summary>
    public required string FileName { get; init; }

    /// <summary>What it is, by its content.</summary>
    public required string ContentType { get; init; }

    public required long SizeBytes { get; init; }

    public required byte[] Sha256 { get; init; }

    /// <summary>Its name in the file store.</summary>
    public required string StoredName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
