using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Runs preparations (slow work and outside calls) before the unit of work, with no lock and no connection held.
internal sealed class Prepare<TMessage, TResponse>(IEnumerable<IPreparation<TMessage>> preparations) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        foreach (var preparation in preparations)
        {
            if (await preparation.Prepare(message, cancellationToken) is { } refusal)
            {
                return TResponse.Refuse(refusal);
            }
        }

        return await next(message, cancellationToken);
    }
}
