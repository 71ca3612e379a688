namespace Cryptocardium.Cards.Simulator;

// A number that the simulated issuer gave out under a reference. Once the card is opened the vault holds the number, and this row names the card.
internal sealed class SimulatedIssueRow
{
    public required string Reference { get; init; }

    public int? KeyVersion { get; init; }

    public byte[]? PanLookup { get; init; }

    public byte[]? SealedPan { get; init; }

    public string? CardId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
