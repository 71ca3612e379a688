using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// A chip is read where the card is, and nobody types a card into a web page at the till.
internal sealed class FormatCheck() : Check("message_format")
{
    public override Decline? Failure(Authorization asked) =>
        EntryMode.IsCardPresent(asked.Purchase.EntryMode) is { } present && present != asked.Purchase.IsCardPresent
            ? DeclineCodes.FormatError
            : null;

    public override string? Input(Authorization asked) =>
        asked.Purchase.EntryMode + (asked.Purchase.IsCardPresent ? ", card present" : ", card not present");

    public override Remedy? Remedy(Authorization asked) => Checks.Remedy.LeaveOut(
        "card_present", "Let card_present follow from entry_mode.");
}
