using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class IssueCardHandler(Call call, IAccounts accounts, Embosser embosser, CardMoney money, CardDesk desk)
    : ICommandHandler<IssueCard, Result<IssuedCard>>
{
    public async ValueTask<Result<IssuedCard>> Handle(IssueCard command, CancellationToken cancellationToken)
    {
        if (IssueCardChecks.FirstFailure(command.Body) is { } failure)
        {
            return failure;
        }

        var mode = await ModeOf(command.Body);
        if (mode.Refused(out var refusal))
        {
            return refusal;
        }

        var embossed = await embosser.Emboss(call.Account, mode.Value, command.Body);
        if (embossed.Refused(out refusal))
        {
            return refusal;
        }

        var (card, shipment) = embossed.Value;
        var empty = CardView.Show(card, shipment, Usd.Zero, Usd.Zero);
        await desk.Raise(CardEvent.Issued, empty);
        if (command.Body.LoadUsd is not { } amount)
        {
            return CardView.Issued(empty, fee: null, await desk.TreasuryBalance(card));
        }

        var load = await money.Load(card, amount);
        if (load.Refused(out refusal))
        {
            return refusal with { Param = "load_usd" };
        }

        var loaded = empty with { BalanceUsd = load.Value.CardBalance };
        await desk.Raise(CardEvent.Loaded, loaded);
        return CardView.Issued(loaded, load.Value.Fee, load.Value.TreasuryBalance);
    }

    // An account in production may try things out in its sandbox; the other way there is no way.
    private async ValueTask<Result<Kernel.Mode>> ModeOf(IssueCardRequest order)
    {
        var own = await accounts.ModeOf(call.Account);
        return order.Mode is null ? own
            : ModeText.Parse(order.Mode) is var asked && asked == Kernel.Mode.Live && own == Kernel.Mode.Sandbox
                ? new Error(Errors.ModeNotAllowed) { Param = "mode" }
                : asked;
    }
}
