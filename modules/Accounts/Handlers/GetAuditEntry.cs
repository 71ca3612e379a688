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
        var (account, id) = (call.Account, query.AuditId);
        var row = await (await unit.Set<AuditRow>())
            .FirstOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "audit_id" } : AuditEntryView.Show(row);
    }
}
