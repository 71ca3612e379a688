using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Takes a credited deposit back out of the books, because its chain took it back after it was final.
internal sealed record RemoveDeposit(string Deposit) : ICommand<Result<string>>, INamesDeposit
{
    public static readonly OperatorCommand Command = new(
        "remove-deposit",
        "take a credited deposit back, whose chain no longer shows it; what was spent of it is owed",
        [("deposit", "dep_…")],
        static (sender, given, token) => sender.Send(new RemoveDeposit(given["deposit"]), token));
}

internal sealed class RemoveDepositHandler(
    UnitOfWork unit, StoredTopups topups, Prepared<AddressObservation> observation, OperatorJournals books, OperatorAudit trail)
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

        if (observation.Found is not { } seen || !seen.IsCurrent(topup))
        {
            return AddressObservation.OutOfDate;
        }

        if (seen.Transfers.Any(transfer => transfer.Is(deposit)))
        {
            return new Error(Errors.ConflictState) { Message = "The chain shows the deposit; it would be credited again at once." };
        }

        if ((await books.Remove(deposit)).FellShort(out var shortfall))
        {
            return OperatorJournals.TooLittle(shortfall);
        }

        topup.ReverseCredit(deposit.Received, unit.Now);
        deposit.Remove(unit.Now);
        await trail.Record(AuditActions.DepositRemoved, deposit.Id, deposit.AccountId, deposit.Mode);
        return $"{deposit.Id} is out of the books.";
    }
}
