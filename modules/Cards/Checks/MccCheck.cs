using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// The cardholder's merchant categories, by code and by group.
internal sealed class MccCheck(bool isDeny) : Check(isDeny ? "mcc_denied" : "mcc_allowed")
{
    private const string Operation = "set_card_mcc";

    public override Decline? Failure(Authorization asked) =>
        Rules(asked) is { Length: > 0 } rules && isDeny == MccGroups.Match(rules, asked.Purchase.Mcc) is not null
            ? DeclineCodes.MccNotAllowed
            : null;

    public override string? Input(Authorization asked) => asked.Purchase.Mcc;

    public override string? Threshold(Authorization asked) => RuleText.Threshold(isDeny, Rules(asked));

    public override Remedy? Remedy(Authorization asked)
    {
        var mcc = asked.Purchase.Mcc;
        return isDeny
            ? RuleText.Remove(
                Operation, Rules(asked), rule => MccGroups.Match(rule, mcc) is not null, $"Take what denies {mcc} off the denied categories.")
            : RuleText.Add(Operation, Rules(asked), mcc, $"Add {mcc} to the allowed categories.");
    }

    private string Rules(Authorization asked) => isDeny ? asked.Controls.Mcc.Deny : asked.Controls.Mcc.Allow;
}
