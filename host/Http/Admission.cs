using System.Diagnostics.Metrics;
using System.Runtime.ExceptionServices;
using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Http;

// Identifies the caller and counts the request against its rate limits. Every response of an admitted surface, also a refusal, has the
// headers that say how much of the limits is left.
internal sealed class Admission(RequestDelegate next, IRateLimiter limiter, ContractRules rules, IMeterFactory meters)
{
    private readonly Counter<long> limited =
        meters.Create(TelemetryNames.Name).CreateCounter<long>("request.rate_limited", "{request}", "Requests beyond their caller's limits.");

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Surface.Of(context).IsAdmitted)
        {
            await next(context);
            return;
        }

        var operation = rules.Find(context.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>()?.Name);
        var (caller, refusal, failure) = await Identify(context);
        var key = caller is null ? LimitKey.Of(context.Connection.RemoteIpAddress) : LimitKey.Of(caller.CredentialId);
        var verdict = await limiter.Acquire(key, IsInFlight(context), context.RequestAborted);
        RateHeaders.Write(context.Response.Headers, verdict);
        failure?.Throw();
        if (!verdict.IsAllowed)
        {
            limited.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Caller, caller is null ? "anonymous" : "credential"));
        }

        // A credential on a public operation is counted, but the call stays anonymous. Other calls get their caller even if they are refused
        // below, so that the refusal appears in its request log.
        var isClosed = operation is not { IsPublic: true };
        if (isClosed && caller is not null)
        {
            context.RequestServices.GetRequiredService<Call>().Caller = caller;
        }

        var error = verdict.RetryAfterSeconds is { } seconds ? new Error(Errors.RateLimited) { RetryAfterSeconds = seconds }
            : Framing.Check(context) is { } doubtful ? doubtful
            : HeaderLimits.Check(context.Request.Headers) is { } tooLarge ? tooLarge
            : isClosed && operation is not null ? refusal
            : null;
        if (error is not null)
        {
            await Answer.Write(context, error);
            return;
        }

        await next(context);
    }

    // A stream of HTTP/2 does not wait for the response of another.
    private static bool IsInFlight(HttpContext context) =>
        context.Features.Get<OpenConnections>() is { } connections
        && (connections.MayCallAtOnce || !HttpProtocol.IsHttp11(context.Request.Protocol));

    // A request whose credential cannot be checked, since the database does not answer, is still counted and gets the headers.
    private static async ValueTask<(Caller? Caller, Error? Refusal, ExceptionDispatchInfo? Failure)> Identify(HttpContext context)
    {
        try
        {
            // Requests do not wait one by one for a database that is away.
            if (context.RequestServices.GetRequiredService<Database>().Outage.IsDown)
            {
                throw new OverloadedException();
            }

            var (caller, refusal) = await Bearer.Check(context, context.RequestAborted);
            return (caller, refusal, null);
        }
#pragma warning disable CA1031 // rethrown once the headers are written
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (null, null, ExceptionDispatchInfo.Capture(exception));
        }
    }
}
