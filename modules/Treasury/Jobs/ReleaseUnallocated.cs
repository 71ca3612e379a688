using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Deposits;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Credits or refunds a held deposit.
internal sealed record ReleaseUnallocated(string Deposit, string To) : ICommand<Result<string>>, INamesDeposit
{
    public static readonly OperatorCommand Command = new(
        "release-unallocated",
        "give a held deposit to its customer, or back to its sender",
        [("deposit", "dep_…"), ("to", "credit|refund")],
        static (sender, given, token) => sender.Send(new ReleaseUnallocated(given["deposit"], given["to"]), token));
}

internal sealed class ReleaseUnallocatedHandler(
    StoredTopups topups, Prepared<AddressObservation> observation, DenyList denyList, UnallocatedRelease release, OperatorAudit audit)
    : ICommandHandler<ReleaseUnallocated, Result<string>>
{
    public async ValueTask<Result<string>> Handle(ReleaseUnallocated command, CancellationToken cancellationToken)
    {
        if (command.To is not ("credit" or "refund"))
        {
            return new Error(Errors.InvalidValue) { Param = "to" };
        }

        if (await topups.TakeWithDeposit(command.Deposit) is not (var topup, var deposit))
        {
            return new Error(Errors.ResourceNotFound) { Param = "deposit" };
        }

        if (deposit.Status != DepositStatus.Held)
        {
            return new Error(Errors.ConflictState) { Message = $"The deposit is {deposit.Status.Text()}, not held." };
        }

        if (observation.Found is not { } latest || !latest.IsCurrent(topup))
        {
            return AddressObservation.OutOfDate;
        }

        if (latest.Transfers.FirstOrDefault(each => each.Is(deposit)) is not { } transfer)
        {
            return new Error(Errors.ConflictState) { Message = "The chain no longer shows the deposit; there is nothing to give." };
        }

        return command.To == "credit" ? await Credit(topup, deposit) : await Refund(topup, deposit, transfer);
    }

    private async ValueTask<Result<string>> Credit(Topup topup, Deposit deposit)
    {
        await release.Credit(topup, deposit);
        await audit.Record(AuditActions.DepositReleasedToCustomer, deposit.Id, deposit.AccountId, deposit.Mode);
        return $"{deposit.Id} is credited.";
    }

    private async ValueTask<Result<string>> Refund(Topup topup, Deposit deposit, Transfer transfer)
    {
        // The deny-list would stop the payout at its signature, and the money would stay in L.refundable.
        if (deposit.Sender.Length == 0 || denyList.JudgeSender(deposit.Sender) != DenyVerdict.Allowed)
        {
            return new Error(Errors.ConflictState) { Message = "The sender is unknown or denied, or the list cannot be read; nothing is paid to it." };
        }

        await release.Refund(topup, deposit, transfer.Amount);
        await audit.Record(AuditActions.DepositReleasedToSender, deposit.Id, deposit.AccountId, deposit.Mode);
        return $"{deposit.Id} goes back to its sender.";
    }
}
