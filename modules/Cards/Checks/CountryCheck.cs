using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// The cardholder's countries. Denied and allowed countries are two checks, since each has a remedy of its own.
internal sealed class CountryCheck(bool isDeny) : Check(isDeny ? "country_denied" : "country_allowed")
{
    private const string Operation = "set_card_geo";

    public override Decline? Failure(Authorization asked) => isDeny == IsListed(asked) && Rules(asked).Length > 0
        ? DeclineCodes.CountryNotAllowed
        : null;

    public override string? Input(Authorization asked) => asked.Purchase.MerchantCountry;

    public override string? Threshold(Authorization asked) => RuleText.Threshold(isDeny, Rules(asked));

    // A merchant without a country fails an allow list until it sends one.
    public override Remedy? Remedy(Authorization asked) =>
        asked.Purchase.MerchantCountry is not { } country
            ? Checks.Remedy.Send("merchant.country", AllowDeny.Words(Rules(asked))[0], "Send the merchant's country.")
            : isDeny
                ? RuleText.Remove(Operation, Rules(asked), rule => rule == country, $"Take {country} off the denied countries.")
                : RuleText.Add(Operation, Rules(asked), country, $"Add {country} to the allowed countries.");

    private bool IsListed(Authorization asked) =>
        asked.Purchase.MerchantCountry is { } country && AllowDeny.Words(Rules(asked)).Contains(country);

    private string Rules(Authorization asked) => isDeny ? asked.Controls.Geo.Deny : asked.Controls.Geo.Allow;
}
