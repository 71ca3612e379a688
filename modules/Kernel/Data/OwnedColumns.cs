namespace Cryptocardium.Kernel.Data;

/// <summary>The columns of a table that name the owner of a row.</summary>
/// <param name="Mode">The mode; null for rows that belong to the account as a whole.</param>
/// <param name="Card">The card; null for rows that belong to no card.</param>
public sealed record OwnedColumns(string? Mode, string? Card)
{
    /// <summary>The names of the condition's parameters.</summary>
    internal const string AccountParameter = "account_id", ModeParameter = "pinned_mode", CardsParameter = "cards";

    /// <summary>Rows of a card.</summary>
    public static readonly OwnedColumns OfCard = new("mode", "card_id");

    /// <summary>Whether rows without a mode, which concern the account as a whole, are selected for each mode.</summary>
    public bool ModeIsOptional { get; init; }

    /// <summary>The condition for a kind of filter.</summary>
    /// <param name="isPinned">Whether the filter names a mode.</param>
    /// <param name="boundOn">The engine, when the filter names cards; the syntax of lists differs between engines.</param>
    internal string Condition(bool isPinned, Engine? boundOn) => $"account_id = @{AccountParameter}" +
        (isPinned && Mode is not null ? $" AND {ModeCondition}" : "") +
        boundOn switch
        {
            null => "",
            _ when Card is null => " AND FALSE",
            { } engine => $" AND {TextList.Condition(engine, Card, CardsParameter)}",
        };

    private string ModeCondition =>
        ModeIsOptional ? $"({Mode} IS NULL OR {Mode} = @{ModeParameter})" : $"{Mode} = @{ModeParameter}";
}
