using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Simulator;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class SimulateDepositHandler(UnitOfWork unit, Call call, ChainRails rails, DepositSimulation simulation)
    : ICommandHandler<SimulateDeposit, Result<V1.Topup>>
{
    private static readonly Usd Minimum = Usd.FromCents(1);

    public async ValueTask<Result<V1.Topup>> Handle(SimulateDeposit command, CancellationToken cancellationToken)
    {
        var topup = await unit.Select<Domain.Topup>(call.Rows).Untracked().Equal(nameof(Domain.Topup.Id), command.TopupId).FirstOrDefault();
        if (topup is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "topup_id" };
        }

        if (!rails.For(topup.Mode).IsSimulated)
        {
            return Errors.SandboxOnly;
        }

        var payment = Payment(command.Body, topup);
        return payment.Amount < Minimum
            ? new Error(Errors.AmountTooSmall) { Param = "amount_usd" }
            : await simulation.Send(topup, payment);
    }

    private static SimulatedPayment Payment(SimulateDepositRequest? body, Domain.Topup topup) => new()
    {
        Amount = body?.AmountUsd ?? topup.AmountUsd,
        Asset = body?.Asset ?? topup.Asset,
        Confirmations = body?.Confirmations ?? topup.RequiredConfirmations,
        Sender = body?.Sender,
        Delay = TimeSpan.FromSeconds(body?.DelaySeconds ?? 0),
        CannotSettle = body?.SettlementFailure ?? false,
    };
}
