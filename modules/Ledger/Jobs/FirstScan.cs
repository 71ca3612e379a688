namespace Cryptocardium.Ledger.Jobs;

// Whether the verifier has not walked since the program was started. A fault that is noted stands until then: what looks right again
// while the program runs was put right by somebody who can write past it, and somebody should look at it.
internal sealed class FirstScan
{
    public bool IsAhead { get; set; } = true;
}
