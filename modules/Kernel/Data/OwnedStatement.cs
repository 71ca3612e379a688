namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A statement over rows that belong to accounts. It has one text per kind of <see cref="RowFilter"/>, built on first use, so that a caller
/// without a mode pin and a card set runs the shortest.
/// </summary>
/// <param name="columns">The columns that name the owner.</param>
/// <param name="sql">Builds the text around the condition that selects the owner's rows.</param>
/// <param name="parameters">The names of the other parameters, in the order of their values.</param>
public sealed class OwnedStatement(OwnedColumns columns, Func<string, string> sql, params string[] parameters)
{
    private const int Pinned = 1;
    private const int BoundOnSqlite = 2;
    private const int BoundOnPostgres = 4;

    private readonly Statement?[] statements = new Statement?[Pinned + BoundOnPostgres + 1];

    /// <inheritdoc cref="Statement.PassesMemory"/>
    public bool PassesMemory { get; init; }

    internal Statement For(RowFilter rows, Engine engine)
    {
        var kind = (rows.Mode is null ? 0 : Pinned) + (rows.Cards is null ? 0 : engine == Engine.Sqlite ? BoundOnSqlite : BoundOnPostgres);
        return Volatile.Read(ref statements[kind])
            ?? Interlocked.CompareExchange(ref statements[kind], Make(rows, engine), null)
            ?? statements[kind]!;
    }

    internal object?[] Values(RowFilter rows, Engine engine, ReadOnlySpan<object?> others)
    {
        var isPinned = rows.Mode is not null && columns.Mode is not null;
        var isBound = rows.Cards is not null && columns.Card is not null;
        var values = new object?[1 + others.Length + (isPinned ? 1 : 0) + (isBound ? 1 : 0)];
        values[0] = rows.Account;
        others.CopyTo(values.AsSpan(1));
        if (isPinned)
        {
            values[1 + others.Length] = rows.Mode;
        }

        if (isBound)
        {
            values[^1] = TextList.Value(engine, rows.Cards!);
        }

        return values;
    }

    private Statement Make(RowFilter rows, Engine engine)
    {
        string[] names =
        [
            OwnedColumns.AccountParameter,
            .. parameters,
            .. rows.Mode is not null && columns.Mode is not null ? [OwnedColumns.ModeParameter] : Array.Empty<string>(),
            .. rows.Cards is not null && columns.Card is not null ? [OwnedColumns.CardsParameter] : Array.Empty<string>(),
        ];
        return new Statement(sql(columns.Condition(rows.Mode is not null, rows.Cards is null ? null : engine)), names) { PassesMemory = PassesMemory };
    }
}
