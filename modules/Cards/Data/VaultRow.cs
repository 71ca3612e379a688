namespace Cryptocardium.Cards.Data;

// A card number at rest. PanLookup is a keyed hash: it finds a number without opening any.
internal sealed class VaultRow
{
    public required string CardId { get; init; }

    /// <summary>The generation of the key that made the other two.</summary>
    public required int KeyVersion { get; init; }

    public required byte[] PanLookup { get; init; }

    public required byte[] SealedPan { get; init; }
}
