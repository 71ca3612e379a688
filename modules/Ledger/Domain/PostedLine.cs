using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Domain;

// A line with what the database made of it: the account's code as stored, its number, its balance after, its place in the
// account's sequence, and the time that the account has reached.
internal readonly record struct PostedLine(
    string Code, JournalLine Line, long AccountNo, Usd BalanceAfter, long AccountSeq, DateTimeOffset MovedAt);
