using System.Text.Json;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Customers;

// The account as the contract shows it, with its balance in the book that it works on, or in another one that something happened in.
internal sealed class AccountView(UnitOfWork unit, ILedger ledger)
{
    public async ValueTask<Account> Of(AccountId id, Mode? mode = null)
    {
        var row = await (await unit.Set<AccountRow>()).AsNoTracking().SingleAsync(account => account.Id == id);
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

    // Writes an event that concerns one book of the account, or the account as a whole.
    public async ValueTask<Account> Raise(EventType type, AccountId id, Mode? mode = null)
    {
        var account = await Of(id, mode);
        unit.Raise(type, id, mode, account.Id, JsonSerializer.SerializeToUtf8Bytes(account, V1Json.Default.Account));
        return account;
    }
}
