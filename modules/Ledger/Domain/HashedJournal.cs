using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// The values of a journal that its hash covers. Entries have the time of their journal, so it is covered once.
internal readonly record struct HashedJournal(
    long No, string Type, string OperationKey, string? Source, Mode Mode, DateTimeOffset PostedAt, DateTimeOffset EffectiveAt, string Actor);
