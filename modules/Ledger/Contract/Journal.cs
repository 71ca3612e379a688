using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// A balanced set of debits and credits, posted as a whole or not at all. All its accounts are in one book.
/// </summary>
/// <param name="kind">The kind, <c>card_load</c>.</param>
/// <param name="operationKey">The operation key, which is unique forever.</param>
/// <param name="mode">The book.</param>
public sealed class Journal(string kind, string operationKey, Mode mode)
{
    /// <summary>Separates the id of a hold from the rest of an operation key.</summary>
    internal const char HoldMark = ':';

    private readonly List<JournalLine> lines = [];

    /// <summary>The kind, <c>card_load</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The operation key, which is unique forever.</summary>
    public string OperationKey { get; } = operationKey;

    /// <summary>The book.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>The lines, credits positive and debits negative.</summary>
    public IReadOnlyList<JournalLine> Lines => lines;

    /// <summary>
    /// A later journal of a placed hold. Its operation key begins with the id of the hold, so that the open amount follows from the journals.
    /// </summary>
    /// <param name="kind">The kind, <c>capture</c>.</param>
    /// <param name="hold">The id of the hold, which is the operation key of the journal that placed it.</param>
    /// <param name="operation">The rest of the operation key, unique among the journals of the hold.</param>
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
