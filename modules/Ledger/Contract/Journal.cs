using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// A movement of money that happens as a whole or not at all. Its debits equal its credits, and all its accounts are of one
/// book.
/// </summary>
/// <param name="kind">What happened, <c>card_load</c>.</param>
/// <param name="operationKey">Identifies the happening: the ledger takes each key once, for ever.</param>
/// <param name="mode">The book.</param>
public sealed class Journal(string kind, string operationKey, Mode mode)
{
    /// <summary>Stands in an operation key between a hold's id and what it is used for.</summary>
    internal const char HoldMark = ':';

    private readonly List<JournalLine> lines = [];

    /// <summary>What happened.</summary>
    public string Kind { get; } = kind;

    /// <summary>Identifies the happening.</summary>
    public string OperationKey { get; } = operationKey;

    /// <summary>The book.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>The lines, credits positive and debits negative.</summary>
    public IReadOnlyList<JournalLine> Lines => lines;

    /// <summary>
    /// A movement of the money of a hold that was placed: every later one, more or less. Its operation key begins with the hold's id, so that the
    /// journals say what is left of every hold.
    /// </summary>
    /// <param name="kind">What happened, <c>capture</c>.</param>
    /// <param name="hold">The hold, which the journal that placed it has as its operation key.</param>
    /// <param name="operation">Identifies the happening among those of the hold.</param>
    /// <param name="mode">The book.</param>
    public static Journal OfHold(string kind, string hold, string operation, Mode mode) => new(kind, $"{hold}{HoldMark}{operation}", mode);

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
