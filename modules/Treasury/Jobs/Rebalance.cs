using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Chains;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Records that tokens were moved from one chain to another.
internal sealed record Rebalance(string Mode, string From, string To, string Amount) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Command = new(
        "rebalance",
        "record that tokens were moved from one chain to another",
        [("mode", "live|sandbox"), ("from", "tron"), ("to", "bsc"), ("amount", "5000.00")],
        static (sender, given, token) => sender.Send(new Rebalance(given["mode"], given["from"], given["to"], given["amount"]), token));
}

internal sealed class RebalanceHandler(ChainCatalog chains, OperatorJournals journals, OperatorAudit audit, ISimulatedCapital? capital = null)
    : ICommandHandler<Rebalance, Result<string>>
{
    public async ValueTask<Result<string>> Handle(Rebalance command, CancellationToken cancellationToken)
    {
        var money = OperatorInput.Money(command.Mode, command.Amount);
        if (money.Refused(out var error))
        {
            return error;
        }

        var (mode, amount) = money.Value;
        if (chains.Find(command.From) is null)
        {
            return new Error(Errors.UnsupportedChain) { Param = "from" };
        }

        if (chains.Find(command.To) is null || command.To == command.From)
        {
            return new Error(Errors.UnsupportedChain) { Param = "to" };
        }

        if ((await journals.Rebalance(mode, command.From, command.To, amount)).FellShort(out var shortfall))
        {
            return OperatorJournals.TooLittle(shortfall);
        }

        if (capital is not null)
        {
            await capital.ChangeHoldings(mode, command.From, -amount);
            await capital.ChangeHoldings(mode, command.To, amount);
        }

        audit.Record("chain.rebalanced", $"{command.From}:{command.To}");
        return $"{amount} stand on {command.To} instead of {command.From}.";
    }
}
