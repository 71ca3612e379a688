using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Customers;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class SignOutHandler(UnitOfWork unit, Call call, SessionCache sessions, IAudit audit, AccountView view)
    : ICommandHandler<SignOut, Result<NoContent>>
{
    public async ValueTask<Result<NoContent>> Handle(SignOut command, CancellationToken cancellationToken)
    {
        var session = call.Caller.CredentialId;
        var revoked = await unit.Query(AccountsSql.RevokeSession, static row => row.GetBytes("token_hash"), unit.Now, session);
        if (revoked.Count == 0)
        {
            // Another sign_out has ended the session meanwhile, which is all that this call wants.
            return NoContent.Value;
        }

        sessions.Bypass(TokenHash.From(revoked[0]));
        await audit.Record(AuditActions.AccountSignedOut, session);
        await view.Raise(EventTypes.AccountSignedOut, call.Account);
        return NoContent.Value;
    }
}
