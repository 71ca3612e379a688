using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Chains;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Records that tokens of a chain were exchanged for its coin, which pays for gas.
internal sealed record BuyGas(string Mode, string Chain, string Amount) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Command = new(
        "buy-gas",
        "record that tokens of a chain were exchanged for its coin, as gas",
        [("mode", "live|sandbox"), ("chain", "tron"), ("amount", "500.00")],
        static (sender, given, token) => sender.Send(new BuyGas(given["mode"], given["chain"], given["amount"]), token));
}

internal sealed class BuyGasHandler(ChainCatalog chains, OperatorJournals journals, OperatorAudit audit, ISimulatedCapital? capital = null)
    : ICommandHandler<BuyGas, Result<string>>
{
    public async ValueTask<Result<string>> Handle(BuyGas command, CancellationToken cancellationToken)
    {
        var money = OperatorInput.Money(command.Mode, command.Amount);
        if (money.Refused(out var error))
        {
            return error;
        }

        var (mode, amount) = money.Value;
        if (chains.Find(command.Chain) is null)
        {
            return new Error(Errors.UnsupportedChain) { Param = "chain" };
        }

        if ((await journals.BuyGas(mode, command.Chain, amount)).FellShort(out var shortfall))
        {
            return OperatorJournals.TooLittle(shortfall);
        }

        if (capital is not null)
        {
            await capital.ChangeHoldings(mode, command.Chain, -amount);
        }

        audit.Record("gas.bought", command.Chain);
        return $"{amount} on {command.Chain} are gas now.";
    }
}
