using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// Stores a fault of the simulated issuer for the caller, in one mode. The simulator reads it with each call.
internal sealed class InjectFaultHandler(UnitOfWork unit, Call call, IdSource ids, IAccounts accounts, ICardIssuer issuer)
    : ICommandHandler<InjectFault, Result<V1.Fault>>
{
    private const string LatencyField = "latency_ms";

    public async ValueTask<Result<V1.Fault>> Handle(InjectFault command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        if (LatencyFailure(asked) is { } failure)
        {
            return failure;
        }

        var mode = await accounts.ModeFor(call.Caller, asked.Mode);
        if (mode.Refused(out var refusal))
        {
            return refusal;
        }

        if (mode.Value == Mode.Live && !issuer.IsSimulated)
        {
            return Errors.SandboxOnly;
        }

        var fault = new Domain.Fault
        {
            Id = ids.New<FaultId>().Value,
            AccountId = call.Account,
            Mode = mode.Value,
            Type = asked.Type,
            LatencyMs = asked.LatencyMs,
            CreatedAt = unit.Now,
            EndsAt = unit.Now.AddSeconds(asked.DurationSeconds ?? Domain.Fault.DefaultDurationSeconds),
        };
        await unit.PutFault(fault);
        return FaultView.Show(fault);
    }

    private static Error? LatencyFailure(InjectFaultRequest asked) => (asked.Type == Domain.FaultType.Latency, asked.LatencyMs) switch
    {
        (true, null) => new Error(Errors.MissingRequiredField) { Param = LatencyField },
        (false, not null) => new Error(Errors.LatencyNotAllowed) { Param = LatencyField },
        _ => null,
    };
}
