using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>An account of the ledger; made by <see cref="Chart"/>, and opened by the first journal that touches it.</summary>
/// <param name="Class">Its line in the chart.</param>
/// <param name="Mode">The book it belongs to.</param>
/// <param name="Subject">What it is kept for: an account, a card, a chain; empty for the programme's own.</param>
/// <param name="Owner">The customer whose money it holds; default for the programme's own.</param>
public readonly record struct ChartAccount(AccountClass Class, Mode Mode, string Subject, AccountId Owner)
{
    /// <summary>The text that identifies it in the database: <c>live:U.avail:acc_…</c>.</summary>
    public string Code => string.Concat(Mode == Mode.Live ? "live:" : "sandbox:", Class.Code, Subject.Length == 0 ? "" : ":", Subject);

    /// <inheritdoc/>
    public override string ToString() => Code;
}
