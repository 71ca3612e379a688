using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class SignOutHandler(UnitOfWork unit, Call call, SessionCache sessions, IAudit audit, SessionEvents events)
    : ICommandHandler<SignOut, Result<NoContent>>
{
    public async ValueTask<Result<NoContent>> Handle(SignOut command, CancellationToken cancellationToken)
    {
        var session = call.Caller.CredentialId;
        var revoked = await unit.Query(AccountsSql.RevokeSession, static row => (Hash: row.GetBytes("token_hash"), CreatedAt: row.GetInstant("created_at")), unit.Now, session);
        if (revoked.Count == 0)
        {
            // Another sign_out has ended the session meanwhile, which is all that this call wants.
            return NoContent.Value;
        }

        sessions.Bypass(TokenHash.From(revoked[0].Hash));
        await audit.Record(AuditActions.AccountSignedOut, session);
        events.Raise(EventTypes.AccountSignedOut, call.Account, session, revoked[0].CreatedAt);
        return NoContent.Value;
    }
}
