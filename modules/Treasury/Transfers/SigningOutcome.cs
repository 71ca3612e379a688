namespace Cryptocardium.Treasury.Transfers;

// What became of the attempt to sign a payout.
internal enum SigningOutcome
{
    Signed,

    // Its address is on the deny-list by now.
    Blocked,

    // The deny-list cannot be read; nothing was changed.
    Undecided,
}
