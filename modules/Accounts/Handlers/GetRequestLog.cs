using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetRequestLogHandler(UnitOfWork unit, Call call) : IQueryHandler<GetRequestLog, Result<RequestLog>>
{
    public async ValueTask<Result<RequestLog>> Handle(GetRequestLog query, CancellationToken cancellationToken)
    {
        var row = await unit.Select<RequestRow>(call.Rows).Equal(nameof(RequestRow.Id), query.RequestId).FirstOrDefault();
        return row is null ? new Error(Errors.ResourceNotFound) { Param = "request_id" } : RequestLogView.Show(row);
    }
}
