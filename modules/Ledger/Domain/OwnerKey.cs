using System.Globalization;
using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// Whose entries they are, in one number: the customer and the book. The index of a customer's entries begins with it, so that a page of
// all his accounts is one seek, however many cards he has. It is made of the end of his id, so two customers could share one; whoever
// reads by it asks for the owner, too.
internal static class OwnerKey
{
    private const int Digits = 15;

    /// <returns>The key of an account's entries; null when customers do not see them.</returns>
    public static long? Of(string classCode, string owner, Mode mode) => VisibleAccounts.NameOf(classCode) is null ? null : Of(owner, mode);

    public static long Of(string owner, Mode mode)
    {
        var end = owner.AsSpan()[Math.Max(0, owner.Length - Digits)..];
        _ = long.TryParse(end, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        return number * 2 + (long)mode;
    }
}
