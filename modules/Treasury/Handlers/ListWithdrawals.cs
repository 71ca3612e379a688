using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListWithdrawalsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListWithdrawals, Result<WithdrawalList>>
{
    private static readonly Keyset<Withdrawal> Pages =
        new(WithdrawalId.Prefix, withdrawal => withdrawal.Id, amount: nameof(Withdrawal.AmountUsd));

    public async ValueTask<Result<WithdrawalList>> Handle(ListWithdrawals query, CancellationToken cancellationToken)
    {
        var filtered = All()
            .Equal(nameof(Withdrawal.Status), query.Status)
            .Equal(nameof(Withdrawal.Chain), query.Chain)
            .Equal(nameof(Withdrawal.Mode), query.Mode);
        filtered = query.Address is { } address ? filtered.OneOf(nameof(Withdrawal.Address), [.. AddressText.NotationsOf(address)]) : filtered;
        var read = await Pages.Read(All, filtered, PageQuery.Of(query));
        if (read.Refused(out var error))
        {
            return error;
        }

        var page = read.Value;
        return new WithdrawalList
        {
            Data = [.. page.Rows.Select(WithdrawalView.Of)],
            HasMore = page.HasMore,
            NextCursor = page.NextCursor,
        };
    }

    private Selection<Withdrawal> All() => unit.Select<Withdrawal>(call.Rows);
}
