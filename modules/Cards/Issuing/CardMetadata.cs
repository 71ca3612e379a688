using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// The customer's own keys and values of a card, stored as one JSON object.
internal static class CardMetadata
{
    private const int KeyLengthLimit = 40;
    private const int KeyLimit = 50;

    public static IReadOnlyDictionary<string, string> Read(string stored) => JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!;

    public static string Text(IReadOnlyDictionary<string, string>? metadata) =>
        JsonSerializer.Serialize(metadata ?? new Dictionary<string, string>());

    public static bool HasBadKey(IEnumerable<string> keys) => keys.Any(IsNoKey);

    /// <summary>Merges key by key; null removes a key.</summary>
    /// <returns>The JSON to store; or <c>invalid_metadata_key</c>, <c>metadata_limit_reached</c>.</returns>
    public static Result<string> Merge(string stored, Change<IReadOnlyDictionary<string, string?>?> change)
    {
        if (change.Value is not { } given)
        {
            return change.IsGiven ? Text(null) : stored;
        }

        if (HasBadKey(given.Keys))
        {
            return new Error(Errors.InvalidMetadataKey) { Param = "metadata" };
        }

        var merged = new Dictionary<string, string>(Read(stored));
        foreach (var (key, value) in given)
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value;
            }
        }

        return merged.Count > KeyLimit ? new Error(Errors.MetadataLimitReached) { Param = "metadata" } : Text(merged);
    }

    private static bool IsNoKey(string key) => key.Length == 0 || key.EnumerateRunes().Count() > KeyLengthLimit || key.Any(char.IsControl);
}
