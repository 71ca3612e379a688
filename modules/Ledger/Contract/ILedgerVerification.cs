namespace Cryptocardium.Ledger.Contract;

/// <summary>Recomputes the whole ledger from what is stored, and from the chain heads that were exported outside the database.</summary>
public interface ILedgerVerification
{
    /// <summary>Reads everything; changes nothing.</summary>
    /// <param name="progress">Takes a line for people now and then, and the sums at the end.</param>
    /// <returns>The first fault; null when the ledger is what was posted.</returns>
    ValueTask<LedgerFault?> Run(Action<string> progress);
}
