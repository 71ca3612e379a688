using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;
using WithdrawalStatus = Cryptocardium.Treasury.Domain.WithdrawalStatus;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class ListWithdrawalsHandler(UnitOfWork unit, Call call) : IQueryHandler<ListWithdrawals, Result<WithdrawalList>>
{
    private static readonly Keyset<Withdrawal> Pages =
        new(WithdrawalId.Prefix, withdrawal => withdrawal.Id, withdrawal => withdrawal.CreatedAt, withdrawal => withdrawal.AmountUsd);

    public async ValueTask<Result<WithdrawalList>> Handle(ListWithdrawals query, CancellationToken cancellationToken)
    {
        var all = (await unit.SetOutsideBatch<Withdrawal>()).OwnedBy(call.Rows);
        var asked = PageQuery.Of(query);
        var read = await Pages.Read(all, Filter(all, query), asked);
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

    private static IQueryable<Withdrawal> Filter(IQueryable<Withdrawal> withdrawals, ListWithdrawals query)
    {
        if (query.Status is { } text)
        {
            var status = EnumText.Parse<WithdrawalStatus>(text);
            withdrawals = withdrawals.Where(withdrawal => withdrawal.Status == status);
        }

        if (query.Chain is { } chain)
        {
            withdrawals = withdrawals.Where(withdrawal => withdrawal.Chain == chain);
        }

        if (query.Address is { } address)
        {
            var notations = AddressText.NotationsOf(address);
            withdrawals = withdrawals.Where(withdrawal => notations.Contains(withdrawal.Address));
        }

        if (query.Mode is { } name)
        {
            var mode = ModeText.Parse(name);
            withdrawals = withdrawals.Where(withdrawal => withdrawal.Mode == mode);
        }

        return withdrawals;
    }
}
