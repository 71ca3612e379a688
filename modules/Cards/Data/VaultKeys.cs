using System.Collections.Concurrent;
using System.Globalization;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Cards.Data;

// The vault's keys by generation. The first is derived from the master key; each that a rotation makes has a file of its own
// beside it, so that an operator decides when an old one is destroyed. Which one seals what is new stands in the database, and
// a node reads the file when it first meets a generation that it does not know.
internal sealed class VaultKeys(KeyRing keys)
{
    private const int FirstVersion = 0;

    private readonly ConcurrentDictionary<int, VaultKey> known = new();

    /// <exception cref="VaultKeyMissingException">The key's file is not here.</exception>
    public VaultKey Of(int version) => known.TryGetValue(version, out var key) ? key : Keep(version, Find(version));

    /// <summary>Makes the key of a new generation; one that an interrupted rotation has made is taken.</summary>
    public VaultKey Make(int version) => Keep(version, keys.Make(Name(version)));

    /// <summary>Where a generation's key lies.</summary>
    public string FileOf(int version) => keys.FileOf(version == FirstVersion ? "master" : Name(version));

    private KeyRing Find(int version) =>
        version == FirstVersion ? keys : keys.Find(Name(version)) ?? throw new VaultKeyMissingException(FileOf(version));

    // A key that was once read is kept: a number read under it just before it was re-wrapped still opens.
    private VaultKey Keep(int version, KeyRing ring) => known.GetOrAdd(version, new VaultKey(version, ring));

    private static string Name(int version) => string.Create(CultureInfo.InvariantCulture, $"vault-{version}");
}
