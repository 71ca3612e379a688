namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A table whose locked rows a batch caches across its commands: a row that many commands of a batch change is read once and written once.
/// Declared once, as a static field.
/// </summary>
/// <param name="name">The table. Changed rows are written before a statement that mentions it, and dropped if the statement writes.</param>
/// <param name="save">Writes a changed row; null for rows that are changed by statements alone.</param>
/// <param name="values">The values for that statement.</param>
public sealed class LockedTable<TRow>(string name, Statement? save = null, Func<TRow, object?[]>? values = null)
    where TRow : class
{
    internal string Name => name;

    internal Statement Save => save ?? throw new InvalidOperationException($"{name} has no statement that saves cached rows.");

    internal object?[] Values(TRow row) => values!(row);
}
