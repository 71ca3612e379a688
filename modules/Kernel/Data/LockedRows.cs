using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Data;

/// <summary>The cached rows of one table that the current batch has locked, by key.</summary>
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

    /// <summary>The current state of a row; null when this batch has not locked it.</summary>
    public TRow? Find(string key) => rows.GetValueOrDefault(key);

    /// <summary>Caches a row as it is stored. This batch must have locked it, or another transaction could change it.</summary>
    public void Add(string key, TRow row) => rows[key] = row;

    /// <summary>Changes a cached row. It is written before the next statement that mentions the table, and before the commit.</summary>
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
