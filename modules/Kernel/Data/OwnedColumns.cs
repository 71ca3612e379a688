namespace Cryptocardium.Kernel.Data;

/// <summary>The columns that say to whom a table's rows belong.</summary>
/// <param name="Mode">The book; null where rows belong to the account as a whole.</param>
/// <param name="Card">The card; null where rows belong to no card.</param>
public sealed record OwnedColumns(string? Mode, string? Card)
{
    /// <summary>The parameters of the condition.</summary>
    internal const string AccountParameter = "account_id", ModeParameter = "pinned_mode", CardsParameter = "cards";

    /// <summary>Rows of a card.</summary>
    public static readonly OwnedColumns OfCard = new("mode", "card_id");

    /// <summary>Whether a row without a book is selected whatever the book: it concerns the account as a whole.</summary>
    public bool ModeIsOptional { get; init; }

    /// <summary>The condition for a kind of filter.</summary>
    /// <param name="isPinned">Whether the filter names a book.</param>
    /// <param name="boundOn">The engine, when the filter names cards; their list is written differently on each.</param>
    internal string Condition(bool isPinned, Engine? boundOn) => $"account_id = @{AccountParameter}" +
        (isPinned && Mode is not null ? $" AND {ModeCondition}" : "") +
        boundOn switch
        {
            null => "",
            _ when Card is null => " AND FALSE",
            Engine.Sqlite => $" AND {Card} IN (SELECT value FROM json_each(@{CardsParameter}))",
            _ => $" AND {Card} = ANY(@{CardsParameter})",
        };

    private string ModeCondition =>
        ModeIsOptional ? $"({Mode} IS NULL OR {Mode} = @{ModeParameter})" : $"{Mode} = @{ModeParameter}";
}
