using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class RemoveWalletTokenHandler(UnitOfWork unit, StoredCards cards) : ICommandHandler<RemoveWalletToken, Result<NoContent>>
{
    private static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "wallet_token_id" };

    public async ValueTask<Result<NoContent>> Handle(RemoveWalletToken command, CancellationToken cancellationToken)
    {
        var taken = await cards.Take(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var token = await unit.SelectAll<Domain.WalletToken>()
            .Equal(nameof(Domain.WalletToken.CardId), command.CardId)
            .Equal(nameof(Domain.WalletToken.Id), command.WalletTokenId)
            .FirstOrDefault();
        if (token is null)
        {
            return NotFound;
        }

        token.Remove(unit.Now);
        return NoContent.Value;
    }
}
