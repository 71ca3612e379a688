using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Maps refusals by the web server to errors of the contract. A status without an error of its own becomes malformed_request.
internal static class ServerErrors
{
    private static readonly Error TooSlow = new(Errors.MalformedRequest) { Message = "The request did not arrive in time." };

    public static Error Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Errors.MissingCredentials,
        StatusCodes.Status404NotFound => Errors.RouteNotFound,
        StatusCodes.Status405MethodNotAllowed => Errors.MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => Errors.NotAcceptable,
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status413PayloadTooLarge => Errors.PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType => Errors.UnsupportedMediaType,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => Errors.HeadersTooLarge,
        StatusCodes.Status505HttpVersionNotsupported => Errors.MalformedRequest,
        >= StatusCodes.Status500InternalServerError => Errors.InternalError,
        _ => Errors.MalformedRequest,
    };
}
