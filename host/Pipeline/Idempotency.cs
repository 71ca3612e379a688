using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Ends a repeated call with its stored answer before anything is confirmed or prepared again. Only messages with a step before the unit of
// work need it: the unit of work claims the key itself, and finds the answer there for all others without another query.
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

            // A preparation may wait for long, and must not hold a connection meanwhile.
            await unit.DisposeAsync();
            if (found is { } answered)
            {
                return Replay.Answer<TResponse>(call, claim, answered);
            }
        }

        return await next(message, cancellationToken);
    }
}
