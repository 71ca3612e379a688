using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class AuditTrail(UnitOfWork unit, Call call, IdSource ids) : IAudit
{
    public ValueTask<AuditId> Record(AuditAction action, string subject) =>
        Record(call.Account, call.Caller.CredentialId, action, subject);

    public ValueTask<AuditId> Record(AccountId account, AuditAction action, string subject) =>
        Record(account, call.Caller.CredentialId, action, subject);

    public async ValueTask<IReadOnlyList<AuditedAct>> Latest(AuditAction action, DateTimeOffset since, int limit) => await unit.Query(
        AccountsSql.LatestAudit,
        static row => new AuditedAct(row.GetString("subject"), row.GetInstant("created_at")),
        call.Account, IdTime.First(AuditId.Prefix, since), action.Name, since, limit);

    // For sign_in, whose call is still anonymous.
    public async ValueTask<AuditId> Record(AccountId account, string credential, AuditAction action, string subject)
    {
        var id = ids.New<AuditId>();
        call.AddEffect(id.Value);
        await unit.Execute(
            AccountsSql.InsertAudit, id.Value, account, credential, action.Name, subject, call.RequestId, unit.Now);
        return id;
    }
}
