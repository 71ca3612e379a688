using Cryptocardium.Accounts.Customers;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class CreateAccountHandler(UnitOfWork unit, IdSource ids, Prepared<PasswordHash> prepared, OpenSession openSession, AccountView view)
    : ICommandHandler<CreateAccount, Result<NewAccount>>
{
    public async ValueTask<Result<NewAccount>> Handle(CreateAccount command, CancellationToken cancellationToken)
    {
        var id = ids.New<AccountId>();
        if (prepared.Found is not { } hash
            || await unit.Execute(AccountsSql.InsertAccount, id, Email.Normalize(command.Body.Email), hash.Text, false, unit.Now) == 0)
        {
            return new Error(Errors.EmailTaken) { Param = "email" };
        }

        var account = await view.Raise(EventTypes.AccountCreated, id);
        return new NewAccount
        {
            Id = account.Id,
            CreatedAt = account.CreatedAt,
            UpdatedAt = account.UpdatedAt,
            Mode = account.Mode,
            Email = account.Email,
            BalanceUsd = account.BalanceUsd,
            TwofaEnabled = account.TwofaEnabled,
            Production = account.Production,
            Session = await openSession.For(id),
        };
    }
}
