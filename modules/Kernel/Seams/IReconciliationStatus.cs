namespace Cryptocardium.Kernel;

/// <summary>The outcome of the last reconciliation, for get_status.</summary>
public interface IReconciliationStatus
{
    /// <summary>The last reconciliation; without a time until the first one has ended.</summary>
    Reconciliation Last { get; }
}
