namespace Cryptocardium.Ledger.Contract;

/// <summary>The faults that the background verifier found. It recomputes each new journal once, lane by lane.</summary>
public interface ILedgerAudit
{
    /// <summary>The first fault of each lane. Later journals of the lane are not verified until it is gone.</summary>
    ValueTask<IReadOnlyList<LedgerFault>> Faults();
}
