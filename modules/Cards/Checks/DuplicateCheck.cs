using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

internal sealed class DuplicateCheck() : Check("duplicate")
{
    public override Decline? Failure(Authorization asked) => asked.IsRepeated ? DeclineCodes.Duplicate : null;

    public override string? Input(Authorization asked) => asked.Purchase.NetworkReference;

    public override string? Threshold(Authorization asked) => asked.Purchase.NetworkReference is null ? null : "not seen within 24 hours";

    public override Remedy? Remedy(Authorization asked) => Checks.Remedy.OwnReference;
}
