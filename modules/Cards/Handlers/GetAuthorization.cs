using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetAuthorizationHandler(AuthorizationReader reader) : IQueryHandler<GetAuthorization, Result<Authorization>>
{
    public async ValueTask<Result<Authorization>> Handle(GetAuthorization query, CancellationToken cancellationToken)
    {
        var root = await reader.Roots().Equal(nameof(Domain.CardTransaction.AuthorizationId), query.AuthorizationId).FirstOrDefault();
        return root is null ? new Error(Errors.ResourceNotFound) { Param = "authorization_id" } : (await reader.Show([root], isListed: false))[0];
    }
}
