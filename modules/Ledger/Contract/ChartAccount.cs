using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>A ledger account, named by <see cref="Chart"/>. The first journal that names it opens it.</summary>
/// <param name="Class">Its class in the chart.</param>
/// <param name="Mode">The book.</param>
/// <param name="Subject">The account, card or chain that it belongs to; empty for accounts of the program.</param>
/// <param name="Owner">The customer whose money it holds; default for accounts of the program.</param>
public readonly record struct ChartAccount(AccountClass Class, Mode Mode, string Subject, AccountId Owner)
{
    /// <summary>The code that identifies it in the database: <c>live:U.avail:acc_…</c>.</summary>
    public string Code => string.Concat(Mode == Mode.Live ? "live:" : "sandbox:", Class.Code, Subject.Length == 0 ? "" : ":", Subject);

    /// <inheritdoc/>
    public override string ToString() => Code;
}
