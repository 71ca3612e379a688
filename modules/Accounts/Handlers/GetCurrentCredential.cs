using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetCurrentCredentialHandler(UnitOfWork unit, Call call, IAccounts accounts, IRateLimits limits)
    : IQueryHandler<GetCurrentCredential, Result<Credential>>
{
    // A session has all scopes of the contract.
    private static readonly IReadOnlyList<string> SessionScopes =
    [
        .. Operations.All
            .SelectMany(operation => new[] { operation.Scope, operation.McpScope ?? operation.Scope })
            .Where(scope => scope is not ("public" or "any" or "panel"))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public async ValueTask<Result<Credential>> Handle(GetCurrentCredential query, CancellationToken cancellationToken)
    {
        var id = new SessionId(call.Caller.CredentialId);
        var session = await unit.Select<SessionRow>(call.Rows).Equal(nameof(SessionRow.Id), id.Value).First();
        return new Credential
        {
            Id = id.Value,
            CreatedAt = session.CreatedAt,
            UpdatedAt = session.LastUsedAt,
            Mode = (await accounts.ModeOf(call.Caller)).Text(),
            Type = CredentialType.Session,
            AccountId = call.Account.Value,
            Scopes = SessionScopes,
            ExpiresAt = SessionLifetime.ExpiresAt(session.CreatedAt, unit.Now),
            RateLimits = [.. limits.Of(call).Select(limit => new RateLimitWindow
            {
                WindowSeconds = limit.WindowSeconds, Limit = limit.Limit, Remaining = limit.Remaining,
            })],
        };
    }
}
