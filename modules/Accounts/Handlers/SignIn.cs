using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

// Whether e-mail and password fit was found out before the unit of work: see SignInPreparation.
internal sealed class SignInHandler(Prepared prepared, OpenSession openSession, AuditTrail audit, AccountView view)
    : ICommandHandler<SignIn, Result<NewSession>>
{
    public async ValueTask<Result<NewSession>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var session = await openSession.For(prepared.SignedIn);
        await audit.Record(prepared.SignedIn, session.Id, AuditActions.AccountSignedIn, session.Id);
        await view.Raise(EventTypes.AccountSignedIn, prepared.SignedIn);
        return session;
    }
}
