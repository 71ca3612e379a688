using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Replays the stored reply of a repeated call before its preparations run again. Messages without preparations skip this query, since the
// unit of work claims the key and finds the reply there.
internal sealed class Idempotency<TMessage, TResponse>(
    Call call, UnitOfWork unit, ReplyStore replies, IEnumerable<IPreparation<TMessage>> preparations) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (call.Idempotency is { } claim && preparations.Any())
        {
            var found = await replies.Find(unit, claim);

            // A preparation may wait for a long time and must not hold a connection.
            await unit.DisposeAsync();
            if (found is { } answered)
            {
                return Replay.Answer<TResponse>(call, claim, answered);
            }
        }

        return await next(message, cancellationToken);
    }
}
