using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Domain;

// A line after the update of its ledger account: code as stored, number, balance, sequence in the account, and the time of the account.
internal readonly record struct PostedLine(
    string Code, JournalLine Line, long AccountNo, Usd BalanceAfter, long AccountSeq, DateTimeOffset MovedAt);
