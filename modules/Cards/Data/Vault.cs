using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

// The one place that holds card numbers. A number is sealed for its card and its field; the security code is derived from the
// number with a key of its own and stored nowhere. That key is never exchanged, for the codes are printed on the cards.
internal sealed class Vault(UnitOfWork unit, VaultKeys generations, KeyRing keys)
{
    private const int CvvModulus = 1_000;

    private readonly byte[] cvvKey = keys.Derive("cards/cvv");

    public async ValueTask<bool> Holds(Secret<string> pan)
    {
        var state = await unit.VaultStateToSeal();
        for (var version = state.OldestVersion; version <= state.CurrentVersion; version++)
        {
            if (await unit.IsInVault(generations.Of(version).Lookup(pan)))
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask Put(string card, Secret<string> pan) => (await unit.Set<VaultRow>()).Add(await SealFor(card, pan));

    /// <summary>A number sealed with the current key, for a card that this vault does not hold or for one that it will hold.</summary>
    public async ValueTask<VaultRow> SealFor(string card, Secret<string> pan)
    {
        var key = generations.Of((await unit.VaultStateToSeal()).CurrentVersion);
        return new VaultRow { CardId = card, KeyVersion = key.Version, PanLookup = key.Lookup(pan), SealedPan = key.Seal(card, pan) };
    }

    /// <summary>A number that was sealed for a card that this vault does not hold.</summary>
    public Secret<string> Open(string card, int keyVersion, byte[] sealedPan) => generations.Of(keyVersion).Open(card, sealedPan);

    public async ValueTask<Secret<string>> Open(string card)
    {
        var row = await (await unit.Set<VaultRow>()).AsNoTracking().SingleAsync(row => row.CardId == card);
        return generations.Of(row.KeyVersion).Open(card, row.SealedPan);
    }

    /// <summary>The three digits on the back; they change when the number or its expiry does.</summary>
    public Secret<string> Cvv(Secret<string> pan, string expiry)
    {
        var hash = HMACSHA256.HashData(cvvKey, Encoding.ASCII.GetBytes($"{pan.Reveal()}/{expiry}"));
        return new Secret<string>((BitConverter.ToUInt32(hash) % CvvModulus).ToString("000", CultureInfo.InvariantCulture));
    }
}
