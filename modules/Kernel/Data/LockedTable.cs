namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A table of which a batch keeps the rows that it has locked in memory, from one command to the next: a row that many commands of a batch
/// change is read once and written once. Declared once, as a static field.
/// </summary>
/// <param name="name">The table. A statement that mentions it finds what was changed written, and what it changes forgotten.</param>
/// <param name="save">Writes a changed row; null for rows that only statements change.</param>
/// <param name="values">The values of that statement.</param>
public sealed class LockedTable<TRow>(string name, Statement? save = null, Func<TRow, object?[]>? values = null)
    where TRow : class
{
    internal string Name => name;

    internal Statement Save => save ?? throw new InvalidOperationException($"Nothing writes rows of {name} from memory.");

    internal object?[] Values(TRow row) => values!(row);
}
