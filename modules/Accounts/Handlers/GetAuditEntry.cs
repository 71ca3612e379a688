using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetAuditEntryHandler(UnitOfWork unit, Call call) : IQueryHandler<GetAuditEntry, Result<AuditEntry>>
{
    public async ValueTask<Result<AuditEntry>> Handle(GetAuditEntry query, CancellationToken cancellationToken)
    {
        var row = await unit.Select<AuditRow>(call.Rows).Equal(nameof(AuditRow.Id), query.AuditId).FirstOrDefault();
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "audit_id" } : AuditEntryView.Show(row);
    }
}
