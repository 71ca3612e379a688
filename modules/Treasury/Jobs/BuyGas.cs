using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Handlers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Writes down that a chain's tokens were changed into its coin.
internal sealed record BuyGas(string Mode, string Chain, string Amount) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Command = new(
        "buy-gas",
        "write down that tokens of a chain were changed into its coin",
        [("mode", "live|sandbox"), ("chain", "tron"), ("amount", "500.00")],
        static (sender, given, token) => sender.Send(new BuyGas(given["mode"], given["chain"], given["amount"]), token));
}

internal sealed class BuyGasHandler(ChainCatalogue chains, OperatorBooks books, HoldingsSimulation holdings, OperatorTrail trail)
    : ICommandHandler<BuyGas, Result<string>>
{
    public async ValueTask<Result<string>> Handle(BuyGas command, CancellationToken cancellationToken)
    {
        var mode = OperatorInput.Mode(command.Mode);
        var amount = OperatorInput.Amount(command.Amount);
        if (mode.Refused(out var error) || amount.Refused(out error))
        {
            return error;
        }

        if (chains.Find(command.Chain) is null)
        {
            return new Error(Errors.UnsupportedChain) { Param = "chain" };
        }

        if ((await books.BuyGas(mode.Value, command.Chain, amount.Value)).FellShort(out var shortfall))
        {
            return OperatorBooks.TooLittle(shortfall);
        }

        await holdings.Shift(mode.Value, command.Chain, -amount.Value);
        trail.Record("gas.bought", command.Chain);
        return $"{amount.Value} on {command.Chain} are gas now.";
    }
}
