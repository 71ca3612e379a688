using System.Diagnostics;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cryptocardium.Host.Telemetry;

// Adds tags to the server's span of a request. The route is tagged, but neither path nor query, since a caller may have put a secret there.
internal sealed class RequestSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The trace id of the caller is kept; its trace state is dropped, since it is text of the caller.
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (activity is not null)
        {
            activity.TraceStateString = null;
        }

        try
        {
            await next(context);
        }
        finally
        {
            if (activity is { IsAllDataRequested: true } span)
            {
                Describe(span, context);
            }
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var route = metadata?.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;
        var method = MethodText.Of(context.Request);
        var status = context.Response.StatusCode;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method)
            .SetTag("http.route", route)
            .SetTag("http.response.status_code", status)
            .SetTag("url.scheme", context.Request.Scheme)
            .SetTag(TelemetryNames.Operation, metadata?.GetMetadata<OperationAttribute>()?.Name)
            .SetTag(TelemetryNames.RequestId, context.RequestServices.GetRequiredService<Call>().RequestId);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag(TelemetryNames.ErrorType, status.ToString(System.Globalization.CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }
}
