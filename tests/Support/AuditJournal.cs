namespace Cryptocardium.Tests;

// A journal as the audit reads it.
internal sealed record AuditJournal(
    long No, string Kind, string Key, string Mode, long PostedAt, long EffectiveAt, string Actor, byte[] PrevHash, byte[] Hash);
