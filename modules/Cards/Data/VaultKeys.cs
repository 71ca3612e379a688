using System.Collections.Concurrent;
using System.Globalization;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Cards.Data;

// The vault's keys by generation. The first is derived from the master key. Each rotation makes a key file beside the master key, so that
// an operator decides when to destroy an old key. The database has the current generation, and a node reads a file when it first needs
// its generation.
internal sealed class VaultKeys(KeyRing keys)
{
    // Derived from the master key.
    public const int FirstVersion = 0;

    private readonly ConcurrentDictionary<int, VaultKey> known = new();

    /// <exception cref="VaultKeyMissingException">The key file is missing.</exception>
    public VaultKey Of(int version) => known.TryGetValue(version, out var key) ? key : Add(version, Find(version));

    /// <summary>Makes the key of a new generation, or reads the one that an interrupted rotation has made.</summary>
    public KeyRing Make(int version)
    {
        var ring = keys.Make(NameOf(version));
        Add(version, ring);
        return ring;
    }

    /// <summary>The path of a generation's key file.</summary>
    public string FileOf(int version) => keys.FileOf(version == FirstVersion ? KeyRing.MasterName : NameOf(version));

    private KeyRing Find(int version) =>
        version == FirstVersion ? keys : keys.Find(NameOf(version)) ?? throw new VaultKeyMissingException(FileOf(version));

    // A key stays in memory, so a number that was read just before it was re-wrapped can still be opened.
    private VaultKey Add(int version, KeyRing ring) => known.GetOrAdd(version, new VaultKey(version, ring));

    /// <summary>The name of a generation's key after the first.</summary>
    public static string NameOf(int version) => string.Create(CultureInfo.InvariantCulture, $"vault-{version}");
}
