namespace Cryptocardium.Treasury.Domain;

// The purpose of a payout. Stored in snake case.
internal enum PayoutKind
{
    Withdrawal,

    // A deposit that is returned to its sender.
    Refund,
}
