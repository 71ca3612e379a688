namespace Cryptocardium.Tests.Simulation.Events;

/// <summary>All kinds of events of a run.</summary>
internal static class AllEvents
{
    private static readonly SimulatedEvent[] Events =
    [
        new(2, "sign_up", Accounts.SignUp),
        new(7, "create_topup", Topups.Create),
        new(2, "cancel_topup", Topups.Cancel),
        new(10, "deposit", Topups.Pay),
        new(4, "blocks", Blocks.Simulate),
        new(3, "issue_card", Cards.Issue),
        new(12, "load", CardMoney.Load),
        new(8, "unload", CardMoney.Unload),
        new(2, "freeze", Cards.Freeze),
        new(3, "unfreeze", Cards.Unfreeze),
        new(1, "cancel_card", Cards.Cancel),
        new(1, "replace_card", Cards.Replace),
        new(2, "set_card_limits", Cards.Limit),
        new(22, "authorize", Purchases.Authorize),
        new(18, "capture", Purchases.Capture),
        new(4, "reverse", Holds.Reverse),
        new(4, "increment", Holds.Increment),
        new(2, "advice", Holds.Advise),
        new(1, "expire", Holds.Expire),
        new(2, "force_capture", Merchants.ForceCapture),
        new(4, "refund", Merchants.Refund),
        new(1, "take_back", Merchants.TakeBack),
        new(4, "withdraw", Withdrawals.Create),
        new(1, "quote_withdrawal", Withdrawals.Quote),
        new(1, "cancel_withdrawal", Withdrawals.Cancel),
        new(4, "simulate_withdrawal", Withdrawals.Advance),
        new(4, "file_dispute", Disputes.File),
        new(6, "dispute_action", Disputes.Act),
        new(1, "withdraw_dispute", Disputes.Withdraw),
        new(6, "clock", Clock.Advance),
    ];

    private static readonly int Total = Events.Sum(candidate => candidate.Weight);

    /// <summary>Draws an event by its weight.</summary>
    public static SimulatedEvent Draw(Dice dice)
    {
        var at = dice.Below(Total);
        foreach (var candidate in Events)
        {
            at -= candidate.Weight;
            if (at < 0)
            {
                return candidate;
            }
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
