using System.Text.Json;
using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class AuditTrail(UnitOfWork unit, Call call, IdSource ids) : IAudit
{
    // The caller of a sign-in is anonymous; its action belongs to the session that it opened.
    private Caller Caller => call.SignedIn ?? call.Caller;

    public ValueTask<AuditId> Record(AuditAction action, string subject, Mode? mode = null, IReadOnlyList<AuditedChange>? changes = null) =>
        Record(Caller.Account, action, subject, mode, changes);

    public ValueTask<AuditId> Record(AccountId account, AuditAction action, string subject, Mode mode) =>
        Record(account, action, subject, mode, null);

    public async ValueTask<IReadOnlyList<AuditedAct>> Latest(AuditAction action, DateTimeOffset since, int limit) => await unit.Query(
        AccountsSql.LatestAudit,
        static row => new AuditedAct(row.GetString("subject_id"), row.GetInstant("created_at")),
        call.Account, IdTime.First(AuditId.Prefix, since), action.Name, since, limit);

    private async ValueTask<AuditId> Record(
        AccountId account, AuditAction action, string subject, Mode? mode, IReadOnlyList<AuditedChange>? changes)
    {
        var id = ids.New<AuditId>();
        call.AddEffect(id.Value);
        var actor = ActorView.Of(Caller);
        var changed = changes is { Count: > 0 } ? JsonSerializer.Serialize(changes) : null;
        await unit.Execute(
            AccountsSql.InsertAudit, id.Value, account, actor.Type, actor.Id, action.Name, subject, mode, changed, call.RequestId, unit.Now);
        return id;
    }
}
