using System.Linq.Expressions;
using Cryptocardium.Kernel.Paging;

namespace Cryptocardium.Kernel.Data;

/// <summary>Applies a <see cref="RowFilter"/> to queries of owned entities.</summary>
public static class OwnedRows
{
    private static readonly Expression<Func<AccountId, AccountId, bool>> IsAccount = (account, owner) => account == owner;
    private static readonly Expression<Func<Mode, Mode, bool>> IsMode = (mode, pinned) => mode == pinned;
    private static readonly Expression<Func<Mode?, Mode?, bool>> IsModeIfAny = (mode, pinned) => mode == null || mode == pinned;

    // A list, because for an array the compiler chooses the Contains of spans, which EF cannot translate.
    private static readonly Expression<Func<string, List<string>, bool>> IsOneOf = (card, cards) => cards.Contains(card);

    /// <summary>Restricts a query to the rows that the filter selects.</summary>
    public static IQueryable<T> OwnedBy<T>(this IQueryable<T> rows, RowFilter filter)
        where T : class, IOwned
    {
        rows = rows.Where(Parts.Where(IsAccount, Keys<T>.Account, filter.Account));
        if (filter.Mode is { } mode && Keys<T>.Mode is { } modeOf)
        {
            rows = rows.Where(Parts.Where(IsMode, modeOf, mode));
        }

        if (filter.Mode is { } only && Keys<T>.ModeIfAny is { } modeIfAny)
        {
            rows = rows.Where(Parts.Where(IsModeIfAny, modeIfAny, only));
        }

        return filter.Cards is { } cards ? rows.Where(IsOf<T>(cards)) : rows;
    }

    // A caller that is bound to cards sees no rows without a card.
    private static Expression<Func<T, bool>> IsOf<T>(IReadOnlySet<string> cards)
        where T : class, IOwned => Keys<T>.Card is { } card
        ? Expression.Lambda<Func<T, bool>>(Parts.Put(IsOneOf, card.Body, Parts.Value<List<string>>([.. cards])), card.Parameters)
        : row => false;

    // The properties of the entity type, because EF does not map properties accessed through an interface.
    private static class Keys<T>
        where T : class, IOwned
    {
        public static readonly Expression<Func<T, AccountId>> Account = Key<AccountId>(nameof(IOwned.AccountId));

        public static readonly Expression<Func<T, Mode>>? Mode =
            typeof(T).IsAssignableTo(typeof(IOwnedInMode)) ? Key<Mode>(nameof(IOwnedInMode.Mode)) : null;

        public static readonly Expression<Func<T, Mode?>>? ModeIfAny =
            typeof(T).IsAssignableTo(typeof(IOwnedInOptionalMode)) ? Key<Mode?>(nameof(IOwnedInOptionalMode.Mode)) : null;

        public static readonly Expression<Func<T, string>>? Card = !typeof(T).IsAssignableTo(typeof(IOfCard)) ? null
            : Key<string>(typeof(T).GetProperty(nameof(IOfCard.CardId)) is null ? "Id" : nameof(IOfCard.CardId));

        private static Expression<Func<T, TKey>> Key<TKey>(string name)
        {
            var row = Expression.Parameter(typeof(T), "row");
            return Expression.Lambda<Func<T, TKey>>(Expression.Property(row, name), row);
        }
    }
}
