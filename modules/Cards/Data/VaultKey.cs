using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Cards.Data;

// One generation of the vault's key: it seals numbers and hashes them for lookups. The hash is rotated too, since nine free digits can be
// guessed with its key.
internal sealed class VaultKey(int version, KeyRing ring)
{
    private const string PanField = "/pan";

    private readonly Sealer sealer = new(ring.Derive("cards/vault"));
    private readonly byte[] lookupKey = ring.Derive("cards/pan-lookup");

    public int Version => version;

    public byte[] Lookup(Secret<string> pan) => HMACSHA256.HashData(lookupKey, Bytes(pan.Reveal()));

    public byte[] Seal(string card, Secret<string> pan) => sealer.Seal(Bytes(pan.Reveal()), Place(card));

    public Secret<string> Open(string card, byte[] sealedPan) => new(Encoding.ASCII.GetString(sealer.Open(sealedPan, Place(card))));

    private static byte[] Place(string card) => Bytes(card + PanField);

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
