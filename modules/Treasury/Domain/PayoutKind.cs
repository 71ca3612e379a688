namespace Cryptocardium.Treasury.Domain;

// Why something leaves. Stored in snake case.
internal enum PayoutKind
{
    Withdrawal,

    // A deposit that goes back to its sender.
    Refund,
}
