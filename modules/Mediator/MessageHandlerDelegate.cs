namespace Mediator;

/// <summary>The rest of the pipeline: the next behaviour, or the handler. It may be called again for a retry.</summary>
#pragma warning disable CA1711 // the name that the Mediator package gives it
public delegate ValueTask<TResponse> MessageHandlerDelegate<in TMessage, TResponse>(
    TMessage message,
    CancellationToken cancellationToken)
    where TMessage : IMessage;
#pragma warning restore CA1711
