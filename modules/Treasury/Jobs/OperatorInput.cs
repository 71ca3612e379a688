using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Jobs;

// Parses arguments of operator commands.
internal static class OperatorInput
{
    // Characters; no valid amount is longer.
    private const int LengthMax = 13;

    public static Result<(Mode Mode, Usd Amount)> Money(string mode, string amount)
    {
        var (inMode, worth) = (Mode(mode), Amount(amount));
        return inMode.Refused(out var error) || worth.Refused(out error) ? error : (inMode.Value, worth.Value);
    }

    private static Result<Usd> Amount(string text) => text.Length > LengthMax || !Usd.TryParse(text, null, out var amount)
        ? new Error(Errors.InvalidNumber) { Param = "amount" }
        : amount > Usd.Zero ? amount : new Error(Errors.AmountTooSmall) { Param = "amount" };

    private static Result<Mode> Mode(string text) =>
        text is "live" or "sandbox" ? ModeText.Parse(text) : new Error(Errors.InvalidValue) { Param = "mode" };
}
