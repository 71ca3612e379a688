using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Domain;

// Which of a customer's entries are asked for: of one book or both, of one kind of account, of one card.
internal sealed record EntryFilter(RowFilter Rows, Mode? Mode, string? Name = null, string? CardId = null)
{
    private static readonly Mode[] Both = [Kernel.Mode.Live, Kernel.Mode.Sandbox];

    public AccountId Owner => Rows.Account;

    /// <summary>The books to read: those that the caller sees and asked for. Entries are the whole account's, so a card-bound caller sees none.</summary>
    public IReadOnlyList<Mode> Modes => Rows.Cards is not null
        ? []
        : [.. Both.Where(mode => (Mode ?? mode) == mode && (Rows.Mode ?? mode) == mode)];

    /// <summary>The line of the chart; empty for all of them.</summary>
    public string Class => Name is null ? "" : VisibleAccounts.ClassOf(Name) ?? "";

    /// <summary>Whether nothing can be of this kind.</summary>
    public bool IsOfNothing => Name is not null && (VisibleAccounts.ClassOf(Name) is not { } line || (CardId is not null && !VisibleAccounts.IsOfCard(line)));

    /// <returns>The codes of the few accounts that are asked for; null when they may be many.</returns>
    public IReadOnlyList<string>? Codes(Mode mode)
    {
        if (CardId is { } card)
        {
            return [.. VisibleAccounts.Classes.Where(VisibleAccounts.IsOfCard).Where(line => Name is null || line == Class).Select(line => Code(line, mode, card))];
        }

        return Name is not null && !VisibleAccounts.IsOfCard(Class) ? [Code(Class, mode, Owner.Value)] : null;
    }

    private static string Code(string line, Mode mode, string subject) => new ChartAccount(new AccountClass(line), mode, subject, default).Code;
}
