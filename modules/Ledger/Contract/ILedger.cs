using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// The only way to move money. All methods run in the unit of work of the caller and commit with it.
/// </summary>
public interface ILedger
{
    /// <summary>Posts a journal, and then pays the receivables of the credited customers.</summary>
    /// <returns>The balances afterwards; or the shortfall, in which case nothing was posted.</returns>
    /// <exception cref="ArgumentException">The journal is malformed, does not balance, crosses books, or debits a held account without naming the hold.</exception>
    ValueTask<Posting> Post(Journal journal);

    /// <summary>Whether an operation key was used. Serves facts that can be reported twice, such as a deposit.</summary>
    ValueTask<bool> IsPosted(string operationKey);

    /// <summary>The balance of a ledger account; zero before its first entry.</summary>
    ValueTask<Usd> Balance(ChartAccount account);

    /// <summary>The balance of a ledger account, locked until the commit.</summary>
    ValueTask<Usd> LockedBalance(ChartAccount account);

    /// <summary>The balances of several ledger accounts at one moment, in the order of the argument.</summary>
    ValueTask<IReadOnlyList<Usd>> Balances(IReadOnlyList<ChartAccount> accounts);

    /// <summary>The balances of several ledger accounts with the times of their last entries, in the order of the argument.</summary>
    /// <param name="accounts">The ledger accounts.</param>
    /// <param name="time">Leaves out entries of this time and later; null for the balances of now.</param>
    ValueTask<IReadOnlyList<PastBalance>> BalancesAt(IReadOnlyList<ChartAccount> accounts, DateTimeOffset? time);

    /// <summary>
    /// Adds debits for an amount that must be taken even without cover: from the card first, then from the treasury; the rest becomes a
    /// receivable.
    /// </summary>
    ValueTask DebitForced(Journal journal, ChartAccount card, ChartAccount treasury, ChartAccount receivable, Usd amount);

    /// <summary>Adds a hold. The caller posts its journal, with the id of the hold as the operation key.</summary>
    ValueTask PlaceHold(string id, ChartAccount held, Usd amount, DateTimeOffset expiresAt);

    /// <summary>Reduces the open amount of a hold. The caller posts the journal, made by <see cref="Journal.OfHold"/>.</summary>
    ValueTask ReduceHold(string id, Usd amount);

    /// <summary>Raises or reduces the open amount of a hold, and sets its expiry. The caller posts the journal.</summary>
    ValueTask ChangeHold(string id, Usd amount, DateTimeOffset expiresAt);

    /// <summary>The open hold whose expiry passed first; null when there is none.</summary>
    ValueTask<OverdueHold?> FindOverdueHold(DateTimeOffset now);

    /// <summary>Several holds by their ids; unknown ids are left out.</summary>
    ValueTask<IReadOnlyList<Hold>> FindHolds(IReadOnlyList<string> ids);

    /// <summary>A hold by its id; null when there is none.</summary>
    ValueTask<Hold?> FindHold(string id);
}
