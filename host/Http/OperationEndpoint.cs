using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// Turns a request into the call of an operation, runs it, and writes the answer.
internal sealed class OperationEndpoint(ContractRules rules, UploadReader uploads, FileStore files)
{
    private const string EventStreamType = "text/event-stream";

    private static ReadOnlySpan<byte> JsonSpace => " \t\r\n"u8;

    public async Task Handle(HttpContext context, string name)
    {
        var operation = rules.Find(name)!;
        if (operation.FileField is null)
        {
            await Run(context, operation);
        }
        else
        {
            await HandleWithFile(context, operation);
        }
    }

    // A committed file is promoted before the response starts. A call without a response is concluded afterwards.
    private async Task HandleWithFile(HttpContext context, OperationRules operation)
    {
        var call = context.RequestServices.GetRequiredService<Call>();
        context.Response.OnStarting(() =>
        {
            Conclude(call, context.Response.StatusCode == operation.Info.SuccessStatus);
            return Task.CompletedTask;
        });
        try
        {
            await Run(context, operation);
        }
        finally
        {
            Conclude(call, isCommitted: false);
        }
    }

    // Discards a file that no row can refer to. After a commit of unknown outcome the file stays for the job that checks the database.
    private void Conclude(Call call, bool isCommitted)
    {
        if (call.Upload is { IsKept: false } upload)
        {
            files.Discard(upload.StoredName);
        }
        else if (call.Upload is { } kept && isCommitted)
        {
            files.Promote(kept.StoredName);
        }

        call.Upload = null;
    }

    private async ValueTask Run(HttpContext context, OperationRules operation)
    {
        var services = context.RequestServices;
        var (call, refusal) = await Read(context, operation);
        if (refusal is not null)
        {
            await Answer.Write(context, refusal);
            return;
        }

        if (operation.Produces.Contains(EventStreamType))
        {
            Follow(context, services.GetRequiredService<Call>(), operation.Info);
        }

        var answer = await services.GetRequiredService<IOperations>().Run(call!, context.RequestAborted);
        await (answer.Download is { } download ? DownloadWriter.Write(context, download) : Answer.Write(context, answer.Reply!));
    }

    // A stream of events resumes where the last one broke, and goes on as long as its credential is accepted.
    private static void Follow(HttpContext context, Call call, OperationInfo operation)
    {
        call.LastEventId = context.Request.Headers["Last-Event-ID"].FirstOrDefault();
        call.IsStillAccepted = async cancellationToken =>
            (await Bearer.Check(context, cancellationToken)).Caller is { } caller && caller.May(operation.Scope);
    }

    private async ValueTask<(OperationCall? Call, Error? Refusal)> Read(HttpContext context, OperationRules operation)
    {
        var request = context.Request;
        if (ContentRules.Choose(request, operation.Produces) is not { } mediaType)
        {
            return (null, new Error(Errors.NotAcceptable)
            {
                Param = HeaderNames.Accept,
                Hint = $"Accept {string.Join(" or ", operation.Produces)}, or send no Accept header.",
            });
        }

        if (ContentRules.CheckHead(request, operation) is { } refusal)
        {
            return (null, refusal);
        }

        // The body of a GET is ignored.
        var body = ReadOnlyMemory<byte>.Empty;
        if (!operation.IsRead && operation.FileField is null)
        {
            (body, var wrong) = await ReadBody(context);
            if (wrong is not null)
            {
                return (null, wrong);
            }

            // Generated clients send null for an optional body that was not set.
            body = !operation.NeedsBody && body.Span.Trim(JsonSpace).SequenceEqual("null"u8) ? default : body;
        }

        if (request.QueryString.HasValue && !QueryText.IsUtf8(request.QueryString.Value))
        {
            return (null, Errors.InvalidUtf8);
        }

        var call = new OperationCall(operation.Info, CallChannel.Api, new HttpValues(request))
        {
            Body = body,
            MediaType = mediaType,
            IdempotencyKey = request.Headers.TryGetValue(IdempotencyClaims.Header, out var key) ? key : StringValues.Empty,
        };
        return (call, operation.FileField is { } field ? await ReadFile(context, call, field) : null);
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Body, Error? Refusal)> ReadBody(HttpContext context)
    {
        var body = context.RequestServices.GetRequiredService<BufferedBody>();
        try
        {
            if (!await body.Read(context.Request.BodyReader, context.RequestAborted))
            {
                return (default, Errors.PayloadTooLarge);
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // The web server throws this for a chunk size that is not a number.
            return (default, Errors.MalformedRequest);
        }

        var isAnonymous = context.RequestServices.GetRequiredService<Call>().Caller.Class == CredentialClass.None;
        return ContentRules.CheckType(context.Request.ContentType, body.Body.Span, HttpMethods.IsPatch(context.Request.Method), isAnonymous) is { } wrong
            ? (default, wrong)
            : (body.Body, null);
    }

    // All checks that do not need the file come before it is read.
    private async ValueTask<Error?> ReadFile(HttpContext context, OperationCall operation, string field)
    {
        var services = context.RequestServices;
        var call = services.GetRequiredService<Call>();
        if (services.GetRequiredService<IOperations>().Check(operation) is { } refusal)
        {
            return refusal;
        }

        // The pipeline refuses a caller without the scope, so its file is not read.
        return call.Caller.May(operation.Operation.Scope) ? await uploads.Read(context.Request, field, call) : null;
    }
}
