using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Domain;

// A filter of the entries of a customer by book, account name, card, type and journal.
internal sealed record EntryFilter(
    RowFilter Rows, Mode? Mode, string? Name = null, string? CardId = null, string? Type = null, string? JournalId = null)
{
    private static readonly Mode[] Both = [Kernel.Mode.Live, Kernel.Mode.Sandbox];

    public AccountId Owner => Rows.Account;

    /// <summary>The requested books that the caller may see. Entries belong to the whole account, so a caller bound to cards sees none.</summary>
    public IReadOnlyList<Mode> Modes => Rows.Cards is not null
        ? []
        : [.. Both.Where(mode => (Mode ?? mode) == mode && (Rows.Mode ?? mode) == mode)];

    /// <summary>The class of the name; empty for all classes.</summary>
    public string Class => Name is null ? "" : VisibleAccounts.ClassOf(Name);

    /// <summary>Whether no entry can match, because the class has no cards.</summary>
    public bool IsEmpty => Name is not null && CardId is not null && !VisibleAccounts.IsOfCard(Class);

    /// <summary>Whether an entry has the requested account name, card and type.</summary>
    public bool Matches(EntryLine line) =>
        (Name is null || Name == line.Account.Name) && (CardId is null || CardId == line.Account.CardId) && (Type is null || Type == line.Type);

    /// <returns>The codes of the ledger accounts if they are few; null when there may be many.</returns>
    public IReadOnlyList<string>? Codes(Mode mode)
    {
        if (CardId is { } card)
        {
            return
            [
                .. VisibleAccounts.Classes
                    .Where(line => VisibleAccounts.IsOfCard(line) && (Name is null || line == Class))
                    .Select(line => VisibleAccounts.CodeOf(line, mode, card)),
            ];
        }

        return Name is not null && !VisibleAccounts.IsOfCard(Class) ? [VisibleAccounts.CodeOf(Class, mode, Owner.Value)] : null;
    }
}
