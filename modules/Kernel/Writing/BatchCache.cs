using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Writing;

// State of a batch that the database does not have yet: rows that it has locked and changed, and on PostgreSQL rows that it adds. It is
// written before a statement that mentions one of its tables. Other transactions see no difference, because nothing is committed.
internal sealed class BatchCache(Statements statements)
{
    private readonly Dictionary<object, ILockedRows> tables = [];
    private readonly Dictionary<Insertion, List<object?[]>> added = [];

    public LockedRows<TRow> Of<TRow>(LockedTable<TRow> table)
        where TRow : class
    {
        if (!tables.TryGetValue(table, out var rows))
        {
            tables[table] = rows = new LockedRows<TRow>(table, statements);
        }

        return (LockedRows<TRow>)rows;
    }

    public void Add(Insertion insertion, object?[] values)
    {
        if (!added.TryGetValue(insertion, out var rows))
        {
            added[insertion] = rows = [];
        }

        rows.Add(values);
    }

    /// <summary>Must be called before every statement that this cache does not issue itself.</summary>
    public void FlushBefore(Statement statement)
    {
        if (statement.PassesMemory || !Concerns(statement))
        {
            return;
        }

        Write();
        foreach (var rows in tables.Values)
        {
            if (statement.IsWrite && statement.Mentions(rows.Table))
            {
                rows.Forget();
            }
        }
    }

    public void Write()
    {
        foreach (var rows in tables.Values)
        {
            rows.Write();
        }

        foreach (var (insertion, rows) in added)
        {
            if (rows.Count == 1)
            {
                statements.Run(insertion.One, rows[0]);
            }
            else if (rows.Count > 1)
            {
                statements.Run(insertion.Many, insertion.Columns(rows));
            }

            rows.Clear();
        }
    }

    public void Forget()
    {
        foreach (var rows in tables.Values)
        {
            rows.Forget();
        }

        foreach (var rows in added.Values)
        {
            rows.Clear();
        }
    }

    private bool Concerns(Statement statement)
    {
        foreach (var rows in tables.Values)
        {
            if ((rows.IsChanged || statement.IsWrite) && statement.Mentions(rows.Table))
            {
                return true;
            }
        }

        foreach (var (insertion, rows) in added)
        {
            if (rows.Count > 0 && statement.Mentions(insertion.Table))
            {
                return true;
            }
        }

        return false;
    }
}
