namespace Cryptocardium.Ledger.Contract;

/// <summary>What the verifier in the background has found. It recomputes every new journal once, lane by lane.</summary>
public interface ILedgerAudit
{
    /// <summary>The first journal of each lane that is not as it was posted. Nothing behind it is verified until it is.</summary>
    ValueTask<IReadOnlyList<LedgerFault>> Faults();
}
