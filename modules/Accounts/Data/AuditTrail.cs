using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class AuditTrail(Unit unit, Call call, IdSource ids) : IAudit
{
    public ValueTask<AuditId> Record(string action, string subject) =>
        Record(call.Account, call.Caller.CredentialId, action, subject);

    public ValueTask<AuditId> Record(AccountId account, string action, string subject) =>
        Record(account, call.Caller.CredentialId, action, subject);

    // For who signs in: the call itself is still anonymous.
    public async ValueTask<AuditId> Record(AccountId account, string credential, string action, string subject)
    {
        var id = ids.New<AuditId>();
        await unit.Execute(
            AccountsSql.InsertAudit, id.Value, account, credential, action, subject, call.RequestId, unit.Now);
        return id;
    }
}
