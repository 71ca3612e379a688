using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Slow or outside work before the unit of work. A repetition of an answered call ends here and prepares nothing again.
internal sealed class Prepare<TMessage, TResponse>(
    Call call, UnitOfWork unit, ReplyStore replies, IEnumerable<IPreparation<TMessage>> preparations) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        foreach (var preparation in preparations)
        {
            if (call.Idempotency is { } claim && await Look(claim) is { } found)
            {
                return Replay.Answer<TResponse>(call, claim, found);
            }

            if (await preparation.Prepare(message, cancellationToken) is { } refusal)
            {
                return TResponse.Refuse(refusal);
            }
        }

        return await next(message, cancellationToken);
    }

    // Gives its reader back at once: what is prepared may wait, and must not wait with a reader in its hand.
    private async ValueTask<(byte[] Fingerprint, Reply Reply)?> Look(IdempotencyClaim claim)
    {
        var found = await replies.Find(unit, claim);
        await unit.DisposeAsync();
        return found;
    }
}
