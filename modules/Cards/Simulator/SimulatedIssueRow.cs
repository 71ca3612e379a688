namespace Cryptocardium.Cards.Simulator;

// A number that the simulated issuer made for a reference. Once the card is opened, the vault has the number and this row has the card's
// id.
internal sealed class SimulatedIssueRow
{
    public required string Reference { get; init; }

    public int? KeyVersion { get; init; }

    public byte[]? PanLookup { get; init; }

    public byte[]? SealedPan { get; init; }

    public string? CardId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
