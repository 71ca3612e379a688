using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// The values of a journal that its hash covers. Entries have the time of their journal, so it is covered once.
internal readonly record struct HashedJournal(
    long No, string Kind, string OperationKey, Mode Mode, DateTimeOffset PostedAt, DateTimeOffset EffectiveAt, string Actor);
