using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// An operator does nothing silently: it stands in the account's audit trail and in the log, and the customer is told.
internal sealed partial class OperatorAudit(IAudit audit, BalanceChanges changes, ILogger<OperatorAudit> logger)
{
    public async ValueTask Record(AuditAction action, string subject, AccountId account)
    {
        await audit.Record(account, action, subject);
        Record(action.Name, subject);
    }

    // What moved the customer's balance.
    public async ValueTask Record(AuditAction action, string subject, AccountId account, Mode mode)
    {
        await Record(action, subject, account);
        changes.Note(account, mode);
    }

    // What concerns no customer.
    public void Record(string action, string subject) => LogDone(logger, action, subject);

    [LoggerMessage(1, LogLevel.Warning, "An operator did {Action} to {Subject}.")]
    private static partial void LogDone(ILogger logger, string action, string subject);
}
