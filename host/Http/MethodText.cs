namespace Cryptocardium.Host.Http;

// Maps unknown methods, which are text of the caller, to the value that OpenTelemetry defines for them in logs and spans.
internal static class MethodText
{
    private const string Other = "_OTHER";

    public static string Of(HttpRequest request) =>
        request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "CONNECT" or "OPTIONS" or "TRACE" or "PATCH" ? request.Method : Other;
}
