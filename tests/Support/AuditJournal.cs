namespace Cryptocardium.Tests;

// A journal as the audit reads it.
internal sealed record AuditJournal(
    long No, string Type, string Key, string Source, string Mode, long PostedAt, long EffectiveAt, string Actor, byte[] PrevHash, byte[] Hash);
