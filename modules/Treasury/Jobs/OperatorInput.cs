using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Jobs;

// What an operator typed.
internal static class OperatorInput
{
    // Longer ones are beyond what an amount can be.
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
