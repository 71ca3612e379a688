using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// The only way to move money. Everything here happens in the caller's unit of work: it commits with it or not at all.
/// </summary>
public interface ILedger
{
    /// <summary>Posts a journal, and after it whatever the credited customers owe.</summary>
    /// <returns>The balances after it; or the shortfall, in which case nothing was posted.</returns>
    /// <exception cref="ArgumentException">The journal is empty, does not balance, crosses books, or takes from no hold in particular.</exception>
    ValueTask<Posting> Post(Journal journal);

    /// <summary>Whether an operation key was used: for what may be reported twice, such as a deposit.</summary>
    ValueTask<bool> IsPosted(string operationKey);

    /// <summary>An account's balance; zero when nothing was ever posted to it.</summary>
    ValueTask<Usd> Balance(ChartAccount account);

    /// <summary>An account's balance, which no other writer changes until the caller's commit.</summary>
    ValueTask<Usd> LockedBalance(ChartAccount account);

    /// <summary>Balances of several accounts as of one moment, in the order asked for.</summary>
    ValueTask<IReadOnlyList<Usd>> Balances(IReadOnlyList<ChartAccount> accounts);

    /// <summary>What several accounts held before a time, in the order asked for.</summary>
    ValueTask<IReadOnlyList<PastBalance>> BalancesAt(IReadOnlyList<ChartAccount> accounts, DateTimeOffset time);

    /// <summary>When one of the accounts last moved; null when none ever did.</summary>
    ValueTask<DateTimeOffset?> LastMovement(IReadOnlyList<ChartAccount> accounts);

    /// <summary>
    /// Splits an amount that must be taken whatever there is: from the card first, then from the treasury, and what is left
    /// becomes a receivable. Adds the debits to the journal.
    /// </summary>
    ValueTask DebitForced(Journal journal, ChartAccount card, ChartAccount treasury, ChartAccount receivable, Usd amount);

    /// <summary>Records a new hold; the journal that moves the money is the caller's, and has the hold's id as its operation key.</summary>
    ValueTask PlaceHold(string id, ChartAccount held, Usd amount, DateTimeOffset expiresAt);

    /// <summary>Takes from a hold's open amount; the journal that moves the money is the caller's, made by <see cref="Journal.OfHold"/>.</summary>
    ValueTask ReduceHold(string id, Usd amount);

    /// <summary>Adds to a hold's open amount, or takes from it; the journal that moves the money is the caller's.</summary>
    ValueTask ChangeHold(string id, Usd amount, DateTimeOffset expiresAt);

    /// <summary>The hold that should have fallen back longest ago and has not; null when there is none.</summary>
    ValueTask<OverdueHold?> FindOverdueHold(DateTimeOffset now);

    /// <summary>Several holds by their ids; what is none is left out.</summary>
    ValueTask<IReadOnlyList<Hold>> FindHolds(IReadOnlyList<string> ids);

    /// <summary>A hold, or null when there is none of this id.</summary>
    ValueTask<Hold?> FindHold(string id);
}
