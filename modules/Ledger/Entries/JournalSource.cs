using System.Text;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Entries;

// The type of the resource that caused a journal, which the prefix of its id names.
internal static class JournalSource
{
    private static readonly (string Prefix, string Type)[] Types =
    [
        ("tx_", LedgerEntrySourceType.Transaction),
        ("card_", LedgerEntrySourceType.Card),
        ("top_", LedgerEntrySourceType.Topup),
        ("wd_", LedgerEntrySourceType.Withdrawal),
        ("dsp_", LedgerEntrySourceType.Dispute),
    ];

    public static bool IsKnown(string id) => Array.Exists(Types, type => id.StartsWith(type.Prefix, StringComparison.Ordinal));

    public static string TypeOf(string id) => Array.Find(Types, type => id.StartsWith(type.Prefix, StringComparison.Ordinal)).Type;

    /// <summary>The type of an id in UTF-8; empty for an empty id.</summary>
    public static string TypeOf(ReadOnlySpan<byte> id)
    {
        foreach (var (prefix, type) in Types)
        {
            if (id.Length > prefix.Length && Ascii.Equals(id[..prefix.Length], prefix))
            {
                return type;
            }
        }

        return "";
    }
}
