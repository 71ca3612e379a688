using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;
using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Host.Http;

// Makes a request the call of an operation, runs it, and writes the answer.
internal sealed class OperationEndpoint(ContractRules rules, UploadReader uploads, FileStore files)
{
    private const string IdempotencyKey = "Idempotency-Key";

    public async Task Handle(HttpContext context, string operationId)
    {
        var operation = rules.Find(operationId)!;
        if (operation.FileField is null)
        {
            await Answered(context, operation);
        }
        else
        {
            await HandleWithFile(context, operation);
        }
    }

    // A committed file is in its place before the answer leaves; without an answer it is put there or discarded afterwards.
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
            await Answered(context, operation);
        }
        finally
        {
            Conclude(call, isCommitted: false);
        }
    }

    // A file that no row can name is discarded. After a commit of unknown outcome the file waits for the job that asks the database.
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

    private async ValueTask Answered(HttpContext context, OperationRules operation)
    {
        var services = context.RequestServices;
        var (call, refusal) = await Read(context, operation);
        if (refusal is not null)
        {
            await Answer.Write(context, refusal);
            return;
        }

        var answer = await services.GetRequiredService<IOperations>().Run(call!, context.RequestAborted);
        await (answer.Download is { } download ? DownloadWriter.Write(context, download) : Answer.Write(context, answer.Reply!));
    }

    private async ValueTask<(OperationCall? Call, Error? Refusal)> Read(HttpContext context, OperationRules operation)
    {
        var request = context.Request;
        if (ContentRules.Choose(request, operation.Produces) is not { } mediaType)
        {
            return (null, Errors.NotAcceptable);
        }

        if (ContentRules.CheckHead(request, operation) is { } refusal)
        {
            return (null, refusal);
        }

        // The body of a read means nothing.
        var body = ReadOnlyMemory<byte>.Empty;
        if (!operation.IsRead && operation.FileField is null)
        {
            (body, var wrong) = await ReadBody(context);
            if (wrong is not null)
            {
                return (null, wrong);
            }
        }

        if (request.QueryString.HasValue && !QueryText.IsUtf8(request.QueryString.Value))
        {
            return (null, Errors.InvalidUtf8);
        }

        var call = new OperationCall(operation.Info, CallChannel.Api, new HttpValues(request))
        {
            Body = body,
            MediaType = mediaType,
            IdempotencyKey = request.Headers.TryGetValue(IdempotencyKey, out var key) ? key : StringValues.Empty,
        };
        return (call, operation.FileField is { } field ? await ReadFile(context, call, field) : null);
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Body, Error? Refusal)> ReadBody(HttpContext context)
    {
        var exchange = context.RequestServices.GetRequiredService<BufferedBody>();
        try
        {
            if (!await exchange.Read(context.Request.BodyReader, context.RequestAborted))
            {
                return (default, Errors.PayloadTooLarge);
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // A chunk size that the server cannot read as a number either.
            return (default, Errors.MalformedRequest);
        }

        var isAnonymous = context.RequestServices.GetRequiredService<Call>().Caller.Class == CredentialClass.None;
        return ContentRules.CheckType(context.Request.ContentType, exchange.Body.Span, isAnonymous) is { } wrong
            ? (default, wrong)
            : (exchange.Body, null);
    }

    // Whatever can be refused without the file is refused before it is read.
    private async ValueTask<Error?> ReadFile(HttpContext context, OperationCall operation, string field)
    {
        var services = context.RequestServices;
        var call = services.GetRequiredService<Call>();
        if (services.GetRequiredService<IOperations>().Check(operation) is { } refusal)
        {
            return refusal;
        }

        // A caller without the scope is refused by the pipeline, and needs no file for that.
        return call.Caller.May(operation.Operation.Scope) ? await uploads.Read(context.Request, field, call) : null;
    }
}
