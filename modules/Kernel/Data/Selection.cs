using System.Globalization;
using System.Text;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A SELECT of an entity's rows. In a query it runs as a prepared statement without the EF context, which costs more than the statement. In a
/// command the same text runs through the EF context, which tracks the rows. Conditions with a null value are left out.
/// </summary>
public sealed class Selection<T>
    where T : class
{
    private const int FilteredTextsMax = 32;

    // The row of an id, or a list without filters or with one: as many texts as there are properties.
    private const int FrequentComparisonsMax = 1;

    private static readonly PreparedTexts Texts = new(FilteredTextsMax);

    private readonly UnitOfWork unit;
    private readonly EntityRows<T> rows;
    private readonly StringBuilder sql = new(512);
    private readonly List<string> names = new(4);
    private readonly List<object?> values = new(4);
    private bool hasCondition;
    private int comparisons;
    private bool isTracked = true;

    internal Selection(UnitOfWork unit, EntityRows<T> rows)
    {
        (this.unit, this.rows) = (unit, rows);
        sql.Append(rows.Select);
    }

    /// <summary>Selects rows whose property has a value.</summary>
    public Selection<T> Equal(string property, object? value) => Compare(property, "=", value);

    /// <summary>Selects rows whose property is greater than a value.</summary>
    public Selection<T> Above(string property, object? value) => Compare(property, ">", value);

    /// <summary>Selects rows whose property is at least a value.</summary>
    public Selection<T> AtLeast(string property, object? value) => Compare(property, ">=", value);

    /// <summary>Selects rows whose property is at most a value.</summary>
    public Selection<T> AtMost(string property, object? value) => Compare(property, "<=", value);

    /// <summary>Selects rows whose property is less than a value.</summary>
    public Selection<T> Below(string property, object? value) => Compare(property, "<", value);

    /// <summary>Selects rows whose property is one of a list.</summary>
    public Selection<T> OneOf(string property, IReadOnlyCollection<string> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        comparisons++;
        return Where(TextList.Condition(unit.Engine, rows.Column(property), Add(null, TextList.Value(unit.Engine, list))));
    }

    /// <summary>Selects rows that meet a condition in SQL without parameters.</summary>
    public Selection<T> Where(string condition)
    {
        sql.Append(hasCondition ? " AND " : " WHERE ").Append(condition);
        hasCondition = true;
        return this;
    }

    /// <summary>Reads the rows as they are stored, in a command as well.</summary>
    public Selection<T> Untracked()
    {
        isTracked = false;
        return this;
    }

    /// <summary>The rows, in the order of a property.</summary>
    public ValueTask<List<T>> OrderedBy(string property, bool descending = false, int? limit = null)
    {
        Order(rows.Column(property), descending);
        return Read(limit);
    }

    /// <summary>The rows, in any order.</summary>
    public ValueTask<List<T>> ToList() => Read(limit: null);

    /// <summary>The first row, or null.</summary>
    public async ValueTask<T?> FirstOrDefault()
    {
        var found = await Read(limit: 1);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The row, which exists.</summary>
    public async ValueTask<T> First() => await FirstOrDefault() ?? throw new InvalidOperationException($"{rows.Table} has no such row.");

    internal Selection<T> OwnedBy(RowFilter owner)
    {
        var columns = EntityRows<T>.Owner;
        Where(columns.Condition(owner.Mode is not null, owner.Cards is null ? null : unit.Engine));
        Add(OwnedColumns.AccountParameter, owner.Account);
        if (owner.Mode is { } mode && columns.Mode is not null)
        {
            Add(OwnedColumns.ModeParameter, mode);
        }

        if (owner.Cards is { } cards && columns.Card is not null)
        {
            Add(OwnedColumns.CardsParameter, TextList.Value(unit.Engine, cards));
        }

        return this;
    }

    // The row comparison (amount, id) <= ((SELECT …), @id). Both databases seek their index to that row; with AND and OR they seek to the
    // amount alone and read every row of the same amount. A cursor that names no row selects nothing.
    /// <param name="all">The selection that this one began as, so that its conditions have the same parameters here.</param>
    /// <param name="property">The property to compare first.</param>
    /// <param name="key">The property with the id.</param>
    /// <param name="descending">Whether rows before the given one are selected.</param>
    /// <param name="id">The id of the row.</param>
    internal Selection<T> FromRow(Selection<T> all, string property, string key, bool descending, string id)
    {
        var name = Add(null, id);
        var (column, keyColumn) = (rows.Column(property), rows.Column(key));
        var conditions = all.sql.ToString(rows.Select.Length, all.sql.Length - rows.Select.Length);
        return Where(
            $"({column}, {keyColumn}) {(descending ? "<=" : ">=")} ((SELECT {column} FROM {rows.Table}{conditions} AND {keyColumn} = @{name}), @{name})");
    }

    internal ValueTask<List<T>> OrderedBy(string? first, string second, bool descending, int limit)
    {
        if (first is not null)
        {
            Order(rows.Column(first), descending);
            sql.Append(", ").Append(rows.Column(second)).Append(descending ? " DESC" : "");
        }
        else
        {
            Order(rows.Column(second), descending);
        }

        return Read(limit);
    }

    private void Order(string column, bool descending) => sql.Append(" ORDER BY ").Append(column).Append(descending ? " DESC" : "");

    private Selection<T> Compare(string property, string comparison, object? value)
    {
        if (value is null)
        {
            return this;
        }

        comparisons++;
        return Where($"{rows.Column(property)} {comparison} @{Add(null, value)}");
    }

    private string Add(string? name, object? value)
    {
        name ??= string.Create(CultureInfo.InvariantCulture, $"p{names.Count}");
        names.Add(name);
        values.Add(value);
        return name;
    }

    private ValueTask<List<T>> Read(int? limit)
    {
        if (limit is { } most)
        {
            sql.Append(" LIMIT @").Append(Add(null, (long)most));
        }

        var statement = Texts.Get(sql.ToString(), names, comparisons <= FrequentComparisonsMax);
        return isTracked ? unit.Entities(statement, rows.Read, [.. values]) : unit.Query(statement, rows.Read, [.. values]);
    }
}
