namespace Cryptocardium.Ledger.Contract;

/// <summary>Recomputes the whole ledger, and compares it with the chain heads that were exported outside the database.</summary>
public interface ILedgerVerification
{
    /// <summary>Runs all checks; it changes nothing.</summary>
    /// <param name="progress">Receives a line of progress from time to time, and the counts at the end.</param>
    /// <returns>The first fault; null when there is none.</returns>
    ValueTask<LedgerFault?> Run(Action<string> progress);
}
