using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// A balanced set of debits and credits, posted as a whole or not at all. All its accounts are in one book.
/// </summary>
/// <param name="type">The type, one of <see cref="JournalTypes"/>.</param>
/// <param name="operationKey">The operation key, which is unique forever.</param>
/// <param name="mode">The book.</param>
/// <param name="source">The id of the resource that causes it; null for journals of the program.</param>
public sealed class Journal(string type, string operationKey, Mode mode, string? source = null)
{
    /// <summary>Separates the id of a hold from the rest of an operation key.</summary>
    internal const char HoldMark = ':';

    private readonly List<JournalLine> lines = [];

    /// <summary>The type, one of <see cref="JournalTypes"/>.</summary>
    public string Type { get; } = type;

    /// <summary>The operation key, which is unique forever.</summary>
    public string OperationKey { get; } = operationKey;

    /// <summary>The book.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>The id of the resource that causes it, a top-up, withdrawal, card, transaction or dispute; null for journals of the program.</summary>
    public string? Source { get; } = source;

    /// <summary>The lines, credits positive and debits negative.</summary>
    public IReadOnlyList<JournalLine> Lines => lines;

    /// <summary>
    /// A later journal of a placed hold. Its operation key begins with the id of the hold, so that the open amount follows from the journals.
    /// </summary>
    /// <param name="type">The type, <c>capture</c>.</param>
    /// <param name="hold">The id of the hold, which is the operation key of the journal that placed it.</param>
    /// <param name="transaction">The id of the transaction that changes the hold: the rest of the operation key, and the source.</param>
    /// <param name="mode">The book.</param>
    public static Journal OfHold(string type, string hold, string transaction, Mode mode) =>
        new(type, $"{hold}{HoldMark}{transaction}", mode, transaction);

    /// <summary>Adds a debit; an amount of zero adds nothing.</summary>
    public Journal Debit(ChartAccount account, Usd amount) => Add(account, -amount);

    /// <summary>Adds a credit; an amount of zero adds nothing.</summary>
    public Journal Credit(ChartAccount account, Usd amount) => Add(account, amount);

    private Journal Add(ChartAccount account, Usd signed)
    {
        if (signed != Usd.Zero)
        {
            lines.Add(new JournalLine(account, signed));
        }

        return this;
    }
}
