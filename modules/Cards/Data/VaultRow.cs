namespace Cryptocardium.Cards.Data;

// A sealed card number. PanLookup is a keyed hash, which finds a number without opening any.
internal sealed class VaultRow
{
    public required string CardId { get; init; }

    /// <summary>The generation of the key that sealed and hashed the number.</summary>
    public required int KeyVersion { get; init; }

    public required byte[] PanLookup { get; init; }

    public required byte[] SealedPan { get; init; }
}
