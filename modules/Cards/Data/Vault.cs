using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

// The one place that holds card numbers. A number is sealed for its card and its field; the security code is derived from the
// number with a key of its own and stored nowhere.
internal sealed class Vault(Unit unit, KeyRing keys)
{
    private const string PanField = "/pan";
    private const int CvvModulus = 1_000;

    private readonly Sealer sealer = new(keys.Derive("cards/vault"));
    private readonly byte[] lookupKey = keys.Derive("cards/pan-lookup");
    private readonly byte[] cvvKey = keys.Derive("cards/cvv");

    public async ValueTask<bool> Holds(Secret<string> pan)
    {
        var lookup = Lookup(pan);
        return await (await unit.Set<VaultRow>()).AnyAsync(row => row.PanLookup == lookup);
    }

    public async ValueTask Put(string card, Secret<string> pan) => (await unit.Set<VaultRow>()).Add(new VaultRow
    {
        CardId = card,
        PanLookup = Lookup(pan),
        SealedPan = sealer.Seal(Bytes(pan.Reveal()), Place(card)),
    });

    public async ValueTask<Secret<string>> Open(string card)
    {
        var row = await (await unit.Set<VaultRow>()).AsNoTracking().SingleAsync(row => row.CardId == card);
        return new Secret<string>(Encoding.ASCII.GetString(sealer.Open(row.SealedPan, Place(card))));
    }

    /// <summary>The three digits on the back; they change when the number or its expiry does.</summary>
    public Secret<string> Cvv(Secret<string> pan, string expiry)
    {
        var hash = HMACSHA256.HashData(cvvKey, Bytes($"{pan.Reveal()}/{expiry}"));
        return new Secret<string>((BitConverter.ToUInt32(hash) % CvvModulus).ToString("000", CultureInfo.InvariantCulture));
    }

    private byte[] Lookup(Secret<string> pan) => HMACSHA256.HashData(lookupKey, Bytes(pan.Reveal()));

    private static byte[] Place(string card) => Bytes(card + PanField);

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
