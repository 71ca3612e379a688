namespace Cryptocardium.Ledger.Contract;

/// <summary>The chain heads of the ledger, which prove where it stands.</summary>
public interface ILedgerHeads
{
    /// <summary>Appends the heads of the current snapshot to the export files of a directory; verify compares the ledger with them.</summary>
    /// <param name="directory">The directory of the export files.</param>
    /// <returns>The heads, by lane.</returns>
    ValueTask<IReadOnlyList<LedgerHead>> ExportTo(string directory);
}
