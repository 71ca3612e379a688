using System.Text.Json;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Customers;

// Converts an account to the contract, with its balance in its own mode or in the mode of the caller.
internal sealed class AccountView(UnitOfWork unit, ILedger ledger)
{
    public async ValueTask<Account> Of(AccountId id, Mode? mode = null)
    {
        var row = await unit.SelectAll<AccountRow>().Untracked().Equal(nameof(AccountRow.Id), id).First();
        var book = mode ?? row.Mode;
        return new Account
        {
            Id = row.Id.Value,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Mode = book.Text(),
            Email = row.Email,
            BalanceUsd = await ledger.Balance(Chart.TreasuryAvailable(row.Id, book)),
            TwofaEnabled = false,
            Production = row.Production,
        };
    }

    public async ValueTask<Account> Raise(EventType type, AccountId id)
    {
        var account = await Of(id);
        unit.Raise(type, id, mode: null, account.Id, JsonSerializer.SerializeToUtf8Bytes(account, V1Json.Wire.Account));
        return account;
    }
}
