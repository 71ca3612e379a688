namespace Cryptocardium.Kernel;

/// <summary>
/// Selects rows by their owner. <c>OwnedBy</c> applies it to LINQ queries, <c>OwnedStatement</c> to SQL; nothing else compares owners.
/// </summary>
/// <param name="Account">The account that owns the rows.</param>
/// <param name="Mode">The only book whose rows are selected; null for both.</param>
/// <param name="Cards">The only cards whose rows are selected, rows of no card excluded; null for everything.</param>
public readonly record struct RowFilter(AccountId Account, Mode? Mode, IReadOnlySet<string>? Cards)
{
    // Ids begin with their time, so no account has this one.
    private static readonly AccountId Nobody = new($"{AccountId.Prefix}_{new string('0', 24)}");

    /// <summary>Every row of an account, for jobs and for what follows from a row that was already found.</summary>
    public static RowFilter OfAccount(AccountId account) => new(account, null, null);

    /// <summary>The owner to look for in one book, for statements that name owner and book: nobody where nothing of that book is selected.</summary>
    public AccountId OwnerIn(Mode mode) => Cards is null && (Mode ?? mode) == mode ? Account : Nobody;

    /// <summary>Whether a row that is already in memory is selected.</summary>
    /// <param name="account">Its owner.</param>
    /// <param name="mode">Its book.</param>
    /// <param name="card">Its card.</param>
    public bool Allows(AccountId account, Mode mode, string card) =>
        account == Account && (Mode is null || mode == Mode) && Cards?.Contains(card) != false;
}
