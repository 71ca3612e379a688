using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Records the commands of operators in the log and, if they concern an account, in its audit trail.
internal sealed partial class OperatorAudit(IAudit audit, ILogger<OperatorAudit> logger)
{
    public async ValueTask Record(AuditAction action, string subject, AccountId account, Mode mode)
    {
        await audit.Record(account, action, subject, mode);
        Record(action.Name, subject);
    }

    // For commands that concern no account.
    public void Record(string action, string subject) => LogCommand(logger, action, subject);

    [LoggerMessage(1, LogLevel.Warning, "An operator ran {Action} on {Subject}.")]
    private static partial void LogCommand(ILogger logger, string action, string subject);
}
