using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Holds a request against the contract before anything is bound, so that binding cannot fail.
internal sealed class ContractRequest(RequestDelegate next, RuleBook rules, IdempotencyReader idempotency)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (rules.Of(context) is { } operation && await Check(context, operation) is { } error)
        {
            await Answer.Write(context, error);
            return;
        }

        await next(context);
    }

    private async ValueTask<Error?> Check(HttpContext context, OperationRules operation)
    {
        var request = context.Request;
        if (ContentRules.Choose(request, operation.Produces) is not { } mediaType)
        {
            return Errors.NotAcceptable;
        }

        if (ContentRules.CheckHead(request) is { } refusal)
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
        var call = services.GetRequiredService<Call>();
        if (ContentRules.CheckType(request.ContentType, body.Span, call.Caller.Class == CredentialClass.None) is { } wrongType)
        {
            return wrongType;
        }

        return RequestCheck.Of(request, operation, body.Span) ?? idempotency.Read(request, operation, call, body.Span);
    }
}
