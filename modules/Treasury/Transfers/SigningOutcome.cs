namespace Cryptocardium.Treasury.Transfers;

// The outcome of an attempt to sign a payout.
internal enum SigningOutcome
{
    Signed,

    // The address is on the deny-list now.
    Blocked,

    // The deny-list cannot be read; the payout is unchanged.
    Undecided,
}
