using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Sessions;

// Raises the events of sessions; a session is shown without its token.
internal sealed class SessionEvents(UnitOfWork unit)
{
    public void Raise(EventType type, AccountId account, string id, DateTimeOffset createdAt)
    {
        var session = new Session
        {
            Id = id,
            CreatedAt = createdAt,
            UpdatedAt = unit.Now,
            AccountId = account.Value,
            ExpiresAt = SessionLifetime.ExpiresAt(createdAt, unit.Now),
        };
        unit.Raise(type, account, mode: null, id, JsonSerializer.SerializeToUtf8Bytes(session, V1Json.Wire.Session));
    }
}
