namespace Cryptocardium.Tests;

// An entry with the code and the owner of its account, as the audit reads it.
internal sealed record AuditEntry(
    long No, long Account, long Amount, long BalanceAfter, long AccountSeq, long PostedAt, string Code, string Owner);
