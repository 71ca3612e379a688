using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetAuthorizationHandler(AuthorizationReader reader) : IQueryHandler<GetAuthorization, Result<Authorization>>
{
    public async ValueTask<Result<Authorization>> Handle(GetAuthorization query, CancellationToken cancellationToken)
    {
        var id = query.AuthorizationId;
        var root = await (await reader.Roots()).FirstOrDefaultAsync(row => row.AuthorizationId == id, cancellationToken);
        return root is null ? new Error(Errors.ResourceNotFound) { Param = "authorization_id" } : (await reader.Show([root], isListed: false))[0];
    }
}
