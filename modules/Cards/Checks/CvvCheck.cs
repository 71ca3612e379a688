using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

internal sealed class CvvCheck() : Check("cvv")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.Cvv == VerificationResult.Mismatch ? DeclineCodes.CvvMismatch : null;

    public override string? Input(Authorization asked) => asked.Purchase.Cvv;

    public override string? Threshold(Authorization asked) => asked.Purchase.Cvv is null ? null : VerificationResult.Match;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.Send("cvv_check", VerificationResult.Match, "Send the right security code.");
}
