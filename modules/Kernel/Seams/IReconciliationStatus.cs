namespace Cryptocardium.Kernel;

/// <summary>Tells get_status how the last reconciliation of the books ended.</summary>
public interface IReconciliationStatus
{
    /// <summary>The last one; not checked yet when the program has just started.</summary>
    Reconciliation Last { get; }
}
