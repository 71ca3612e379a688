namespace Cryptocardium.Cards.Data;

// A card number at rest. PanLookup is a keyed hash: it finds a number without opening any.
internal sealed class VaultRow
{
    public required string CardId { get; init; }

    public required byte[] PanLookup { get; init; }

    public required byte[] SealedPan { get; init; }
}
