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

        var mode = await accounts.ModeFor(call.Account, command.Body.Mode);
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
}
