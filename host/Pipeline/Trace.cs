using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Creates a span per message, named by the operation or by the job's command.
internal sealed class Trace<TMessage, TResponse>(Call call) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        var operation = (message as IOperationMessage)?.Info.Name;
        using var span = TelemetryNames.Spans.StartActivity(operation ?? typeof(TMessage).Name);
        span?.SetTag(TelemetryNames.Operation, operation).SetTag(TelemetryNames.RequestId, call.RequestId);
        try
        {
            var response = await next(message, cancellationToken);
            span?.SetTag(TelemetryNames.Refusal, response.Error?.Kind.Code);
            return response;
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }
}
