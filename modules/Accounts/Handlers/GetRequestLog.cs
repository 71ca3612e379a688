using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetRequestLogHandler(UnitOfWork unit, Call call) : IQueryHandler<GetRequestLog, Result<RequestLog>>
{
    public async ValueTask<Result<RequestLog>> Handle(GetRequestLog query, CancellationToken cancellationToken)
    {
        var id = query.RequestId;
        var row = await (await unit.SetOutsideBatch<RequestRow>()).OwnedBy(call.Rows).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "request_id" } : RequestLogView.Show(row);
    }
}
