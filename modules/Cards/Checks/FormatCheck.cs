using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// Chip, contactless and stripe require the card to be present; e-commerce and stored credentials exclude it.
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
