using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// What the hash covers of a journal, its entries aside. An entry's time is its journal's, and is not covered again.
internal readonly record struct HashedJournal(
    long No, string Kind, string OperationKey, Mode Mode, DateTimeOffset PostedAt, DateTimeOffset EffectiveAt, string Actor);
