using System.Text.Json;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Handlers;

// The account as the contract shows it, with its balance in the book that it works on.
internal sealed class AccountView(Unit unit, ILedger ledger)
{
    public async ValueTask<Account> Of(AccountId id)
    {
        var row = await (await unit.Set<AccountRow>()).AsNoTracking().SingleAsync(account => account.Id == id);
        return new Account
        {
            Id = row.Id.Value,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Mode = row.Mode.Text(),
            Email = row.Email,
            BalanceUsd = await ledger.Balance(Book.TreasuryAvailable(row.Id, row.Mode)),
            TwofaEnabled = false,
            Production = row.Production,
        };
    }

    // Writes an event that concerns one book of the account, or the account as a whole.
    public async ValueTask<Account> Raise(string type, AccountId id, Mode? mode = null)
    {
        var account = await Of(id);
        await unit.Raise(type, id, mode, JsonSerializer.SerializeToUtf8Bytes(account, V1Json.Default.Account));
        return account;
    }
}
