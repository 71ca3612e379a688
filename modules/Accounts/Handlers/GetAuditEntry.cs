using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetAuditEntryHandler(UnitOfWork unit, Call call) : IQueryHandler<GetAuditEntry, Result<AuditEntry>>
{
    public async ValueTask<Result<AuditEntry>> Handle(GetAuditEntry query, CancellationToken cancellationToken)
    {
        var id = query.AuditId;
        var row = await (await unit.SetOutsideBatch<AuditRow>()).OwnedBy(call.Rows).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "audit_id" } : AuditEntryView.Show(row);
    }
}
