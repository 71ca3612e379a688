using System.Diagnostics.Metrics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;

namespace Cryptocardium.Host.Http;

// The outermost middleware: gives each request its id, and turns every failure into an error in the documented format.
internal sealed partial class Envelope(
    RequestDelegate next, IdSource ids, TimeProvider clock, Database database, IMeterFactory meters, ILogger<Envelope> logger)
{
    public const string IdHeader = "Request-Id";

    private const int OutageRetrySeconds = 2;

    private static readonly Func<ILogger, string, IDisposable?> RequestScope = LoggerMessage.DefineScope<string>("Request {RequestId}");

    private readonly Counter<long> failures =
        meters.Create(TelemetryNames.Name).CreateCounter<long>("request.failures", "{request}", "Requests that were answered 500.");

    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.RequestServices.GetRequiredService<Call>();
        call.RequestId = ids.NewText(Call.IdPrefix);
        call.ReceivedAt = clock.GetUtcNow();
        context.Response.Headers[IdHeader] = call.RequestId;
        using var known = RequestScope(logger, call.RequestId);
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null } response)
            {
                // A HEAD is answered wherever a GET is.
                if (response.Headers.Allow.ToString() is var allowed && allowed.Contains(HttpMethods.Get, StringComparison.Ordinal))
                {
                    response.Headers.Allow = $"{allowed}, {HttpMethods.Head}";
                }

                await Answer.Write(context, ServerErrors.Of(response.StatusCode));
            }
        }
#pragma warning disable CA1031 // the one place that turns exceptions into responses
        catch (Exception exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            // An aborted request gets no response; the exception is a consequence of the abort.
            if (!context.RequestAborted.IsCancellationRequested)
            {
                // The connection is closed, since the start of the next request is unknown.
                if (exception is BadHttpRequestException)
                {
                    context.Response.Headers.Connection = "close";
                }

                await Answer.Write(context, ErrorOf(exception, context, call.RequestId));
            }
        }
    }

    private Error ErrorOf(Exception exception, HttpContext context, string requestId)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return ServerErrors.Of(bad.StatusCode);
            case OverloadedException:
                return new(Errors.Overloaded) { RetryAfterSeconds = 1 };
            case KeyInUseException:
                return new(Errors.IdempotencyInProgress) { RetryAfterSeconds = 1 };
            case not CommitUnknownException when database.Outage.Covers(exception):
                return new(Errors.Overloaded) { RetryAfterSeconds = OutageRetrySeconds };
            default:
                var kind = exception is CommitUnknownException ? Errors.CommitUnknown : Errors.InternalError;
                LogFailed(requestId, Describe(exception));
                failures.Add(
                    1,
                    new KeyValuePair<string, object?>(TelemetryNames.ErrorType, kind.Code),
                    new KeyValuePair<string, object?>(TelemetryNames.Operation, context.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>()?.Name));
                return kind;
        }
    }

    // Omits the messages of exceptions, which may quote a value.
    private static string Describe(Exception exception) =>
        $"{exception.GetType()}\n{exception.StackTrace}{(exception.InnerException is { } inner ? $"\n{Describe(inner)}" : "")}";

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed: {Failure}")]
    private partial void LogFailed(string requestId, string failure);
}
