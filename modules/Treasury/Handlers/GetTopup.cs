using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetTopupHandler(UnitOfWork unit, Call call) : IQueryHandler<GetTopup, Result<V1.Topup>>
{
    public async ValueTask<Result<V1.Topup>> Handle(GetTopup query, CancellationToken cancellationToken)
    {
        var topup = await unit.Select<Domain.Topup>(call.Rows).Equal(nameof(Domain.Topup.Id), query.TopupId).FirstOrDefault();
        if (topup is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "topup_id" };
        }

        var deposits = await unit.SelectAll<Domain.Deposit>().Equal(nameof(Domain.Deposit.TopupId), topup.Id).OrderedBy(nameof(Domain.Deposit.Id));
        return TopupView.WithQrCode(TopupView.Of(topup, deposits));
    }
}
