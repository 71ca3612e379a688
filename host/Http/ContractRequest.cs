using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Host.Http;

// Holds a request against the contract before anything is bound, so that binding cannot fail.
internal sealed class ContractRequest(
    RequestDelegate next, RuleBook rules, IdempotencyReader idempotency, UploadReader uploads, FileStore files)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (rules.Of(context) is not { } operation)
        {
            await next(context);
        }
        else if (operation.FileField is null)
        {
            await Pass(context, await Check(context, operation));
        }
        else
        {
            await InvokeWithFile(context, operation);
        }
    }

    // The file is where it stays before the answer leaves; when none leaves, afterwards.
    private async Task InvokeWithFile(HttpContext context, OperationRules operation)
    {
        var call = context.RequestServices.GetRequiredService<Call>();
        context.Response.OnStarting(() =>
        {
            Conclude(call, context.Response.StatusCode == operation.Info.SuccessStatus);
            return Task.CompletedTask;
        });
        try
        {
            await Pass(context, await Check(context, operation));
        }
        finally
        {
            Conclude(call, isCommitted: false);
        }
    }

    // What no row can name goes. After a commit of which nobody knows, the file waits for the job that asks.
    private void Conclude(Call call, bool isCommitted)
    {
        if (call.Upload is { IsKept: false } upload)
        {
            files.Discard(upload.StoredName);
        }
        else if (call.Upload is { } kept && isCommitted)
        {
            files.Settle(kept.StoredName);
        }

        call.Upload = null;
    }

    private Task Pass(HttpContext context, Error? error) => error is null ? next(context) : Answer.Write(context, error);

    private async ValueTask<Error?> Check(HttpContext context, OperationRules operation)
    {
        var request = context.Request;
        if (ContentRules.Choose(request, operation.Produces) is not { } mediaType)
        {
            return Errors.NotAcceptable;
        }

        if (ContentRules.CheckHead(request, operation) is { } refusal)
        {
            return refusal;
        }

        var services = context.RequestServices;
        services.GetRequiredService<Call>().MediaType = mediaType;

        // The body of a read means nothing.
        if (operation.IsRead)
        {
            return RequestCheck.Of(request, operation, default);
        }

        var call = services.GetRequiredService<Call>();
        if (operation.FileField is { } field)
        {
            return await CheckFile(request, operation, field, call);
        }

        var exchange = services.GetRequiredService<Exchange>();
        try
        {
            if (!await exchange.Read(request.BodyReader, context.RequestAborted))
            {
                return Errors.PayloadTooLarge;
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // A chunk size that is no number for the server either.
            return Errors.MalformedRequest;
        }

        var body = exchange.Body;
        if (ContentRules.CheckType(request.ContentType, body.Span, call.Caller.Class == CredentialClass.None) is { } wrongType)
        {
            return wrongType;
        }

        return RequestCheck.Of(request, operation, body.Span) ?? idempotency.Read(request, operation, call, body.Span);
    }

    // Everything that can be refused without the file is refused before it is read.
    private async ValueTask<Error?> CheckFile(HttpRequest request, OperationRules operation, string field, Call call)
    {
        if ((RequestCheck.Of(request, operation, default) ?? IdempotencyReader.KeyOf(request, operation, out _)) is { } refusal)
        {
            return refusal;
        }

        // Who may not call it is told so by the pipeline, without a file.
        if (!call.Caller.May(operation.Info.Scope))
        {
            return null;
        }

        if (await uploads.Read(request, field, call) is { } error)
        {
            return error;
        }

        idempotency.Read(request, operation, call, call.Upload!);
        return null;
    }
}
