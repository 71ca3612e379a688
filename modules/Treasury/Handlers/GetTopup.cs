using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetTopupHandler(UnitOfWork unit, Call call) : IQueryHandler<GetTopup, Result<V1.Topup>>
{
    public async ValueTask<Result<V1.Topup>> Handle(GetTopup query, CancellationToken cancellationToken)
    {
        var topup = await (await unit.SetOutsideBatch<Domain.Topup>()).OwnedBy(call.Rows)
            .FirstOrDefaultAsync(row => row.Id == query.TopupId, cancellationToken);
        if (topup is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "topup_id" };
        }

        var deposits = await (await unit.SetOutsideBatch<Domain.Deposit>())
            .Where(deposit => deposit.TopupId == topup.Id)
            .OrderBy(deposit => deposit.Id)
            .ToListAsync(cancellationToken);
        return TopupView.WithQrCode(TopupView.Of(topup, deposits));
    }
}
