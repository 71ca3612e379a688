using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Sessions;

// Opens a session in the unit of work of the call. The token is in the response only and is not stored.
internal sealed class OpenSession(UnitOfWork unit, IdSource ids, Call call)
{
    public async ValueTask<NewSession> For(AccountId account)
    {
        var id = ids.New<SessionId>();
        call.SignedIn = new Caller(CredentialClass.Session, account, id.Value, CachedSession.AllScopes);
        var token = SessionToken.New(ids).Reveal();
        await unit.Execute(AccountsSql.InsertSession, id.Value, account, SessionToken.Hash(token), unit.Now);
        return new NewSession
        {
            Id = id.Value,
            CreatedAt = unit.Now,
            UpdatedAt = unit.Now,
            AccountId = account.Value,
            Token = token,
            ExpiresAt = SessionLifetime.ExpiresAt(unit.Now, unit.Now),
        };
    }
}
