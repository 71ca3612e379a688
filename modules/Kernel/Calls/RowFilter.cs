namespace Cryptocardium.Kernel;

/// <summary>
/// Selects rows by their owner. <c>UnitOfWork.Select</c> applies it to entities, <c>OwnedStatement</c> to SQL; nothing else compares owners.
/// </summary>
/// <param name="Account">The account that owns the rows.</param>
/// <param name="Mode">The only mode whose rows are selected; null for both.</param>
/// <param name="Cards">The only cards whose rows are selected, which excludes rows without a card; null for all rows.</param>
public readonly record struct RowFilter(AccountId Account, Mode? Mode, IReadOnlySet<string>? Cards)
{
    // No account has this id, because ids begin with their time.
    private static readonly AccountId Nobody = new($"{AccountId.Prefix}_{new string('0', 24)}");

    /// <summary>All rows of an account, for jobs and for rows that belong to a row already found.</summary>
    public static RowFilter OfAccount(AccountId account) => new(account, null, null);

    /// <summary>The owner within one mode, for statements that name owner and mode: no account if no row of that mode is selected.</summary>
    public AccountId OwnerIn(Mode mode) => Cards is null && (Mode ?? mode) == mode ? Account : Nobody;

    /// <summary>Whether a row in memory is selected.</summary>
    /// <param name="account">The owner.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="card">The card.</param>
    public bool Allows(AccountId account, Mode mode, string card) =>
        account == Account && (Mode is null || mode == Mode) && Cards?.Contains(card) != false;
}
