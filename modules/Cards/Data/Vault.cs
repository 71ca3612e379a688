using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

// Stores card numbers. A number is sealed for its card and field. The security code is derived from the number with a key of its own and
// never stored; this key is not rotated, since the codes are printed on cards.
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

    public async ValueTask Put(string card, Secret<string> pan) => (await unit.SetOutsideBatch<VaultRow>()).Add(await SealFor(card, pan));

    /// <summary>Seals a number with the current key, for a card whose row is stored elsewhere or later.</summary>
    public async ValueTask<VaultRow> SealFor(string card, Secret<string> pan)
    {
        var key = generations.Of((await unit.VaultStateToSeal()).CurrentVersion);
        return new VaultRow { CardId = card, KeyVersion = key.Version, PanLookup = key.Lookup(pan), SealedPan = key.Seal(card, pan) };
    }

    /// <summary>Opens a number whose row is stored elsewhere.</summary>
    public Secret<string> Open(string card, int keyVersion, byte[] sealedPan) => generations.Of(keyVersion).Open(card, sealedPan);

    public async ValueTask<Secret<string>> Open(string card)
    {
        var row = await (await unit.SetOutsideBatch<VaultRow>()).AsNoTracking().SingleAsync(row => row.CardId == card);
        return generations.Of(row.KeyVersion).Open(card, row.SealedPan);
    }

    /// <summary>The three digits of the security code, which depend on the number and its expiry.</summary>
    public Secret<string> Cvv(Secret<string> pan, string expiry)
    {
        var hash = HMACSHA256.HashData(cvvKey, Encoding.ASCII.GetBytes($"{pan.Reveal()}/{expiry}"));
        return new Secret<string>((BitConverter.ToUInt32(hash) % CvvModulus).ToString("000", CultureInfo.InvariantCulture));
    }
}
