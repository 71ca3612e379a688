using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Refuses messages that the caller may not send. Operations have a scope in the contract; all other messages are commands of jobs.
internal sealed class Authorize<TMessage, TResponse>(Call call) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    private const string SessionScope = "session";

    public ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (message is not IOperationMessage operation)
        {
            return call.Caller.Class == CredentialClass.Job
                ? next(message, cancellationToken)
                : throw new InvalidOperationException($"{typeof(TMessage).Name} is a job's command.");
        }

        if (call.Caller.May(operation.Info.Scope))
        {
            return next(message, cancellationToken);
        }

        var refusal = call.Caller.Class == CredentialClass.None ? Errors.MissingCredentials
            : operation.Info.Scope == SessionScope ? Errors.SessionRequired
            : Errors.InsufficientScope;
        return new(TResponse.Refuse(refusal));
    }
}
