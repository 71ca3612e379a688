namespace Cryptocardium.Kernel.Data;

/// <summary>The rows of one table that the batch at hand has locked, by key.</summary>
public sealed class HeldRows<TRow> : IHeldRows
    where TRow : class
{
    private readonly HeldTable<TRow> table;
    private readonly Statements statements;
    private readonly Dictionary<string, TRow> rows = [];
    private readonly HashSet<string> changed = [];

    internal HeldRows(HeldTable<TRow> table, Statements statements) => (this.table, this.statements) = (table, statements);

    string IHeldRows.Table => table.Name;

    bool IHeldRows.IsChanged => changed.Count > 0;

    /// <summary>The row as it is now; null when this batch has not locked it.</summary>
    public TRow? Find(string key) => rows.GetValueOrDefault(key);

    /// <summary>Takes note of a row as it stands in the database. Only a row that this batch has locked: any other can change there meanwhile.</summary>
    public void Keep(string key, TRow row) => rows[key] = row;

    /// <summary>Changes a row; it is written before anybody asks the table, and before the commit.</summary>
    public void Change(string key, TRow row)
    {
        rows[key] = row;
        changed.Add(key);
        statements.NoteWrite();
    }

    void IHeldRows.Write()
    {
        foreach (var key in changed)
        {
            statements.Run(table.Save, table.Values(rows[key]));
        }

        changed.Clear();
    }

    void IHeldRows.Forget()
    {
        rows.Clear();
        changed.Clear();
    }
}
