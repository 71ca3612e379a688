namespace Cryptocardium.Cards.Data;

// The database names a key that is not in this node's key directory, which is not that of the node that rotated.
internal sealed class VaultKeyMissingException(string file) : Exception($"The vault's key {file} is missing.");
