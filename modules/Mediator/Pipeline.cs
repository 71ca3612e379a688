using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Mediator;

/// <summary>What generated code calls to run one message; nobody else needs it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pipeline
{
    /// <summary>Runs a request through its behaviours to its handler.</summary>
    /// <typeparam name="TMessage">The message type.</typeparam>
    /// <typeparam name="TResponse">The response the message declares.</typeparam>
    /// <typeparam name="TSent">The response the caller asked for: the same type, since no message interface is covariant.</typeparam>
    public static ValueTask<TSent> Request<TMessage, TResponse, TSent>(
        IServiceProvider services, TMessage message, CancellationToken cancellationToken)
        where TMessage : IRequest<TResponse> =>
        Run<TMessage, TResponse, TSent>(
            services,
            message,
            (sent, token) => services.GetRequiredService<IRequestHandler<TMessage, TResponse>>().Handle(sent, token),
            cancellationToken);

    /// <summary>Runs a command through its behaviours to its handler.</summary>
    public static ValueTask<TSent> Command<TMessage, TResponse, TSent>(
        IServiceProvider services, TMessage message, CancellationToken cancellationToken)
        where TMessage : ICommand<TResponse> =>
        Run<TMessage, TResponse, TSent>(
            services,
            message,
            (sent, token) => services.GetRequiredService<ICommandHandler<TMessage, TResponse>>().Handle(sent, token),
            cancellationToken);

    /// <summary>Runs a query through its behaviours to its handler.</summary>
    public static ValueTask<TSent> Query<TMessage, TResponse, TSent>(
        IServiceProvider services, TMessage message, CancellationToken cancellationToken)
        where TMessage : IQuery<TResponse> =>
        Run<TMessage, TResponse, TSent>(
            services,
            message,
            (sent, token) => services.GetRequiredService<IQueryHandler<TMessage, TResponse>>().Handle(sent, token),
            cancellationToken);

    private static ValueTask<TSent> Run<TMessage, TResponse, TSent>(
        IServiceProvider services,
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> handler,
        CancellationToken cancellationToken)
        where TMessage : IMessage
    {
        if (typeof(TResponse) != typeof(TSent))
        {
            throw new InvalidOperationException($"{typeof(TMessage)} answers {typeof(TResponse)}, not {typeof(TSent)}.");
        }

        var behaviors = services.GetServices<IPipelineBehavior<TMessage, TResponse>>();
        var chain = behaviors as IPipelineBehavior<TMessage, TResponse>[] ?? [.. behaviors];
        var next = handler;
        for (var i = chain.Length - 1; i >= 0; i--)
        {
            next = Wrap(chain[i], next);
        }

        var response = next(message, cancellationToken);
        return Unsafe.As<ValueTask<TResponse>, ValueTask<TSent>>(ref response);
    }

    // Each step keeps its own place in the chain, so that a behaviour may call next more than once.
    private static MessageHandlerDelegate<TMessage, TResponse> Wrap<TMessage, TResponse>(
        IPipelineBehavior<TMessage, TResponse> behavior,
        MessageHandlerDelegate<TMessage, TResponse> next)
        where TMessage : IMessage =>
        (message, cancellationToken) => behavior.Handle(message, next, cancellationToken);
}
