using System.Globalization;
using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// Customer and book in one number. The index of entries begins with it, so that a page over all ledger accounts of a customer is one seek.
// It is made of the end of the id, so two customers can share a key; readers filter by owner as well.
internal static class OwnerKey
{
    private const int Digits = 15;

    /// <returns>The key of the entries of a ledger account; null when customers do not see them.</returns>
    public static long? Of(string classCode, string owner, Mode mode) => VisibleAccounts.NameOf(classCode) is null ? null : Of(owner, mode);

    public static long Of(string owner, Mode mode)
    {
        var end = owner.AsSpan()[Math.Max(0, owner.Length - Digits)..];
        _ = long.TryParse(end, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        return number * 2 + (long)mode;
    }
}
