using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

// SignInPreparation checks e-mail and password before the unit of work.
internal sealed class SignInHandler(Prepared<SignedIn> prepared, OpenSession openSession, IAudit audit, SessionEvents events)
    : ICommandHandler<SignIn, Result<NewSession>>
{
    public async ValueTask<Result<NewSession>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var account = prepared.Value.Account;
        var session = await openSession.For(account);
        await audit.Record(AuditActions.AccountSignedIn, session.Id);
        events.Raise(EventTypes.AccountSignedIn, account, session.Id, session.CreatedAt);
        return session;
    }
}
