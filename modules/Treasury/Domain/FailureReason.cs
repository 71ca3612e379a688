namespace Cryptocardium.Treasury.Domain;

// The reason why a withdrawal failed. Stored and sent in snake case.
internal enum FailureReason
{
    Cancelled,

    // The address was put on the deny-list after the withdrawal was created.
    AddressBlocked,

    // The transfer failed on the chain, and that is final.
    TransactionFailed,
}
