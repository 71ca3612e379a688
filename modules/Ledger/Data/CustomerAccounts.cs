using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// A customer's accounts, those left out that hold no money.
internal sealed class CustomerAccounts(Unit unit)
{
    private static readonly Statement Select = new(
        """
        SELECT no, code, class, mode, is_debit, balance, account_seq, moved_at FROM ledger_account
        WHERE owner = @owner AND is_visible AND account_seq > 0 ORDER BY no
        """,
        "owner");

    public async ValueTask<IReadOnlyList<CustomerAccount>> Of(AccountId owner) =>
        [.. (await unit.Query(Select, Read, owner)).OfType<CustomerAccount>()];

    public async ValueTask<IReadOnlyList<CustomerAccount>> Of(AccountId owner, Mode mode) =>
        [.. (await Of(owner)).Where(account => account.Mode == mode)];

    private static CustomerAccount? Read(DbDataReader row)
    {
        var chart = row.GetString(2);
        if (ShownAccounts.NameOf(chart) is not { } name)
        {
            return null;
        }

        var code = row.GetString(1);
        return new CustomerAccount(
            row.GetInt64(0), name, ShownAccounts.IsOfCard(chart) ? code[(code.LastIndexOf(':') + 1)..] : null,
            ModeText.Parse(row.GetString(3)), row.GetBoolean(4), new Usd(row.GetInt64(5)), row.GetInt64(6), row.GetInt64(7));
    }
}
