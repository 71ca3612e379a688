using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Writes off a receivable, or a part of it.
internal sealed record WriteOff(string Account, string Mode, string Amount) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Command = new(
        "write-off",
        "write off what a customer owes, or a part of it",
        [("account", "acc_…"), ("mode", "live|sandbox"), ("amount", "12.50")],
        static (sender, given, token) => sender.Send(new WriteOff(given["account"], given["mode"], given["amount"]), token));
}

internal sealed class WriteOffHandler(OperatorJournals journals, OperatorAudit audit) : ICommandHandler<WriteOff, Result<string>>
{
    public async ValueTask<Result<string>> Handle(WriteOff command, CancellationToken cancellationToken)
    {
        var money = OperatorInput.Money(command.Mode, command.Amount);
        if (money.Refused(out var error))
        {
            return error;
        }

        var (mode, amount) = money.Value;
        var account = AccountId.From(command.Account);
        if ((await journals.WriteOff(account, mode, amount)).FellShort(out var shortfall))
        {
            return OperatorJournals.TooLittle(shortfall);
        }

        await audit.Record(AuditActions.ReceivableWrittenOff, account.Value, account, mode);
        return $"{amount} of what {account} owes is written off.";
    }
}
