namespace Cryptocardium.Cards.Data;

// The database names a key that this node has not: its directory of keys is not the one of the node that rotated.
internal sealed class VaultKeyMissingException(string file) : Exception($"The vault's key {file} is missing.");
