using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Cards.Jobs;

// Ends a dispute in the customer's favor, at the program's expense.
internal sealed record AbsorbDispute(string Dispute) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Command = new(
        "absorb-dispute",
        "end an open dispute in the customer's favor, and pay for it",
        [("dispute", "dsp_…")],
        static (sender, given, token) => sender.Send(new AbsorbDispute(given["dispute"]), token));
}

internal sealed partial class AbsorbDisputeHandler(
    StoredDisputes disputes, DisputeProgress progress, IAudit audit, ILogger<AbsorbDisputeHandler> logger)
    : ICommandHandler<AbsorbDispute, Result<string>>
{
    public async ValueTask<Result<string>> Handle(AbsorbDispute command, CancellationToken cancellationToken)
    {
        if (await disputes.Take(command.Dispute) is not { } dispute)
        {
            return DisputeInput.NotFound;
        }

        var closed = await progress.Close(dispute, DisputeOutcomes.ProgramCredit);
        if (closed.Refused(out var refusal))
        {
            return refusal;
        }

        await audit.Record(dispute.AccountId, AuditActions.DisputeAbsorbed, dispute.Id, dispute.Mode);
        LogDone(logger, dispute.Id);
        return $"{dispute.Id} is won, and {closed.Value.CreditedUsd} of it is the program's expense.";
    }

    [LoggerMessage(1, LogLevel.Warning, "An operator ended {Dispute} at the program's expense.")]
    private static partial void LogDone(ILogger logger, string dispute);
}
