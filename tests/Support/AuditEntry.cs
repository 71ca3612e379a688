namespace Cryptocardium.Tests;

// An entry as the audit reads it, with its account's code and owner.
internal sealed record AuditEntry(
    long No, long Account, long Amount, long BalanceAfter, long AccountSeq, long PostedAt, string Code, string Owner);
