using System.Diagnostics;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cryptocardium.Host.Telemetry;

// Says of the server's span of a request what it was. The route, not the path, and no query: what a caller wrote may be a secret that he put in
// the wrong place.
internal sealed class RequestSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Of the caller's trace its id is taken; what else he says of it is his own text.
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
            .SetTag(TelemetryNames.Operation, metadata?.GetMetadata<OperationAttribute>()?.Id)
            .SetTag(TelemetryNames.RequestId, context.RequestServices.GetRequiredService<Call>().RequestId);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag(TelemetryNames.ErrorType, status.ToString(System.Globalization.CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }
}
