using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// A recurring payment cannot have the card present.
internal sealed class TransactionCheck() : Check("transaction_type")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase is { IsRecurring: true, IsCardPresent: true } ? DeclineCodes.TransactionInvalid : null;

    public override string? Input(Authorization asked) => asked.Purchase.IsRecurring ? "recurring" : "purchase";

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.LeaveOut("recurring", "Send it as a purchase: with the card present it is not a recurring payment.");
}
