using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// The program is prepaid: its cards give no cash, neither at a counter nor at an ATM.
internal sealed class CashCheck() : Check("cash")
{
    public override Decline? Failure(Authorization asked) => MccGroups.IsCash(asked.Purchase.Mcc) ? DeclineCodes.CashNotAllowed : null;

    public override string? Input(Authorization asked) => asked.Purchase.Mcc;

    public override string? Threshold(Authorization asked) => "not 6010, 6011";
}
