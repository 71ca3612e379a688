using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Reverses a credited deposit that vanished from its chain after finality.
internal sealed record RemoveDeposit(string Deposit) : ICommand<Result<string>>, INamesDeposit
{
    public static readonly OperatorCommand Command = new(
        "remove-deposit",
        "reverse a credited deposit that its chain no longer shows; the spent part becomes a receivable",
        [("deposit", "dep_…")],
        static (sender, given, token) => sender.Send(new RemoveDeposit(given["deposit"]), token));
}

internal sealed class RemoveDepositHandler(
    UnitOfWork unit, StoredTopups topups, Prepared<AddressObservation> observation, OperatorJournals journals, OperatorAudit audit)
    : ICommandHandler<RemoveDeposit, Result<string>>
{
    public async ValueTask<Result<string>> Handle(RemoveDeposit command, CancellationToken cancellationToken)
    {
        if (await topups.TakeWithDeposit(command.Deposit) is not (var topup, var deposit))
        {
            return new Error(Errors.ResourceNotFound) { Param = "deposit" };
        }

        if (deposit.Status != DepositStatus.Credited)
        {
            return new Error(Errors.ConflictState) { Message = $"The deposit is {deposit.Status.Text()}, not credited." };
        }

        if (observation.Found is not { } latest || !latest.IsCurrent(topup))
        {
            return AddressObservation.OutOfDate;
        }

        if (latest.Transfers.Any(transfer => transfer.Is(deposit)))
        {
            return new Error(Errors.ConflictState) { Message = "The chain shows the deposit; it would be credited again at once." };
        }

        if ((await journals.Remove(deposit)).FellShort(out var shortfall))
        {
            return OperatorJournals.TooLittle(shortfall);
        }

        topup.ReverseCredit(deposit.Received, unit.Now);
        deposit.Remove(unit.Now);
        await audit.Record(AuditActions.DepositRemoved, deposit.Id, deposit.AccountId, deposit.Mode);
        return $"{deposit.Id} is out of the journals.";
    }
}
