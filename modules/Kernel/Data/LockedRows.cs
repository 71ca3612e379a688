using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Data;

/// <summary>The rows of one table that the batch at hand has locked, by key.</summary>
public sealed class LockedRows<TRow> : ILockedRows
    where TRow : class
{
    private readonly LockedTable<TRow> table;
    private readonly Statements statements;
    private readonly Dictionary<string, TRow> rows = [];
    private readonly HashSet<string> changed = [];

    internal LockedRows(LockedTable<TRow> table, Statements statements) => (this.table, this.statements) = (table, statements);

    string ILockedRows.Table => table.Name;

    bool ILockedRows.IsChanged => changed.Count > 0;

    /// <summary>The row as it is now; null when this batch has not locked it.</summary>
    public TRow? Find(string key) => rows.GetValueOrDefault(key);

    /// <summary>Takes note of a row as it stands in the database. Only a row that this batch has locked: any other can change there meanwhile.</summary>
    public void Add(string key, TRow row) => rows[key] = row;

    /// <summary>Changes a row; it is written before anybody asks the table, and before the commit.</summary>
    public void Change(string key, TRow row)
    {
        rows[key] = row;
        changed.Add(key);
        statements.CountWrite();
    }

    void ILockedRows.Write()
    {
        foreach (var key in changed)
        {
            statements.Run(table.Save, table.Values(rows[key]));
        }

        changed.Clear();
    }

    void ILockedRows.Forget()
    {
        rows.Clear();
        changed.Clear();
    }
}
