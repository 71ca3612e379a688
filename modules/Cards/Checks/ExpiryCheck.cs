using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

internal sealed class ExpiryCheck() : Check("expiry")
{
    public override Decline? Failure(Authorization asked) => asked.Now >= asked.Card.ExpiresAt ? DeclineCodes.Expired : null;

    public override string? Input(Authorization asked) => Expiry.Month(asked.Now);

    public override string? Threshold(Authorization asked) => Expiry.Text(asked.Card.ExpiresAt);
}
