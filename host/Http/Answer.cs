using Cryptocardium.Host.Calls;
using System.Globalization;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// How every answer of the API leaves.
internal static class Answer
{
    public const string Json = "application/json; charset=utf-8";
    public const string NoStore = "no-store";

    // A refusal by the edge itself. A refused login comes from an operation, and asks for no scheme.
    public static Task Write(HttpContext context, Error error)
    {
        if (error.Kind.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Write(context, ReplyWriter.From(error, context.RequestServices.GetRequiredService<Call>().RequestId));
    }

    public static Task Write(HttpContext context, Reply reply)
    {
        RequestLogging.Note(context, reply);
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
