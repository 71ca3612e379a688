namespace Cryptocardium.Treasury.Domain;

// Why a withdrawal did not arrive. Stored and sent in snake case.
internal enum FailureReason
{
    Cancelled,

    // The operator listed the address after the withdrawal was made.
    AddressBlocked,

    // The chain refused the transfer, for good.
    TransactionFailed,
}
