using System.Globalization;
using Cryptocardium.Host.Calls;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Writes responses of the API.
internal static class Answer
{
    public const string Json = "application/json; charset=utf-8";
    public const string NoStore = "no-store";

    // Writes a refusal by the edge. A refused sign-in comes from an operation and names no authentication scheme.
    public static Task Write(HttpContext context, Error error)
    {
        if (error.Kind.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        var services = context.RequestServices;
        return Write(context, services.GetRequiredService<ReplyWriter>().From(error, services.GetRequiredService<Call>()));
    }

    public static Task Write(HttpContext context, Reply reply)
    {
        RequestLogging.Record(context, reply);
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers.CacheControl = NoStore;
        if (reply.Replayed)
        {
            response.Headers["Idempotent-Replayed"] = "true";
        }

        if (reply.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            RateHeaders.WriteExceeded(context, reply);
        }

        if (reply.Body.IsEmpty)
        {
            return Task.CompletedTask;
        }

        response.ContentType = Json;
        response.ContentLength = reply.Body.Length;
        var written = response.BodyWriter.WriteAsync(reply.Body, context.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}
