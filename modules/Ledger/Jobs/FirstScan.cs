namespace Cryptocardium.Ledger.Jobs;

// Whether the first scan since the start of the program is still to come. Only that scan can clear a stored fault: a journal that becomes
// right while the program runs was changed past it, which an operator should see.
internal sealed class FirstScan
{
    public bool IsAhead { get; set; } = true;
}
