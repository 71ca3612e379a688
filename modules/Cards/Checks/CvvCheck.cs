using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

internal sealed class CvvCheck() : Check("cvv")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.Cvv == Checked.Mismatch ? DeclineCodes.CvvMismatch : null;

    public override string? Input(Authorization asked) => asked.Purchase.Cvv;

    public override string? Threshold(Authorization asked) => asked.Purchase.Cvv is null ? null : Checked.Match;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.Send("cvv_check", Checked.Match, "Send the right security code.");
}
