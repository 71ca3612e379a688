namespace Mediator;

/// <summary>Wraps the handling of a message. Behaviours run in the order in which they were registered, the first outermost.</summary>
public interface IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
{
    /// <summary>Answers by itself, or through <paramref name="next"/>; the handler is not created before the last one calls it.</summary>
    ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken);
}
